package io.github.profileengine.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Shows a page in the user's browser: by the command in the variable {@code BROWSER}, else by the one that the system
 * has for it.
 */
final class BrowserStart {

    private static final String COMMAND = "BROWSER";
    private static final long SOON_SECONDS = 5;

    private BrowserStart() {}

    /** Where the page of a double is. */
    static URI inspector(URI engage) {
        return engage.resolve("/__double/");
    }

    /**
     * Starts the command.
     *
     * @param failed is called, perhaps by another thread, if it could not be started or soon says that it failed
     */
    @SuppressWarnings("FutureReturnValueIgnored") // Whatever goes wrong there, the page has an address.
    static void show(URI page, Runnable failed) {
        try {
            new ProcessBuilder(command(page.toString()))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .onExit()
                    // What ends later was shown, and ends for reasons of its own.
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
