package io.github.profileengine.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Shows a page in the user's browser: by the command in the variable {@code BROWSER}, else by the one that the system
 * has for it.
 */
final class BrowserStart {

    private static final String COMMAND = "BROWSER";

    private BrowserStart() {}

    /** Where the page of a double is. */
    static URI inspector(URI engage) {
        return engage.resolve("/__double/");
    }

    /** Whether the command could be started; what becomes of it is the user's to see. */
    static boolean show(URI page) {
        try {
            new ProcessBuilder(command(page.toString()))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException noSuchCommand) {
            return false;
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
