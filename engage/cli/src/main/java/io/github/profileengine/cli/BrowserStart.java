package io.github.profileengine.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Opens a page in the user's browser. The command is that of the environment variable {@code BROWSER}, or else the
 * usual one of the operating system.
 */
final class BrowserStart {

    private static final String COMMAND = "BROWSER";
    private static final long SOON_SECONDS = 5;

    private BrowserStart() {}

    /** The address of the inspector of a double. */
    static URI inspector(URI engage) {
        return engage.resolve("/__double/");
    }

    /**
     * Starts the command.
     *
     * @param failed called, perhaps on another thread, if the command could not be started or soon reports a failure
     */
    @SuppressWarnings("FutureReturnValueIgnored") // After any failure the user still has the address.
    static void show(URI page, Runnable failed) {
        try {
            new ProcessBuilder(command(page.toString()))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .onExit()
                    // A command that runs longer has shown the page; why it ends later does not matter.
                    .orTimeout(SOON_SECONDS, TimeUnit.SECONDS)
                    .thenAccept(ended -> {
                        if (ended.exitValue() != 0) {
                            failed.run();
                        }
                    });
        } catch (IOException noSuchCommand) {
            failed.run();
        }
    }

    private static List<String> command(String page) {
        String chosen = System.getenv(COMMAND);
        if (chosen != null && !chosen.isBlank()) {
            return List.of(chosen, page);
        }
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return List.of("open", page);
        }
        return system.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", page)
                : List.of("xdg-open", page);
    }
}
