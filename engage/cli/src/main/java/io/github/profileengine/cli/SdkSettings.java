package io.github.profileengine.cli;

import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.value.CanonicalText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings to paste into a program, so that its SDK talks to the double. */
final class SdkSettings {

    /** What no shell reads as anything but itself. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");

    private final URI uri;
    private final boolean tls;
    private final String token;
    private final String curl;
    private final String credentials;

    /**
     * Creates the settings for a double.
     *
     * @param tokens the projects that it knows; empty if it knows every project
     * @param pem the file that holds its certificate; null if there is none
     * @param needsCredentials whether reading profiles needs a user name and a password
     */
    SdkSettings(EngageDouble engage, List<String> tokens, @Nullable String pem, boolean needsCredentials) {
        this.uri = engage.uri();
        this.tls = engage.certificate().isPresent();
        this.token = tokens.isEmpty() ? "TOKEN" : tokens.get(0);
        this.curl = "curl " + (!tls ? "" : pem == null ? "--insecure " : "--cacert " + shellWord(pem) + " ");
        // Not the password itself: what is printed may be kept.
        this.credentials = needsCredentials ? "-u USER:PASSWORD " : "";
    }

    /** Prints the settings. It is no failure if the reader has gone. */
    void print(OutputFile out) throws UnusableFileException {
        for (String line : lines()) {
            out.line(line);
        }
        out.commit();
    }

    private List<String> lines() {
        // Use an address: a client may resolve "localhost" to ::1, where nobody listens.
        String host = uri.getAuthority();
        // For a token without control characters, JSON's escapes are those of Go, Swift and Java, too.
        String doubleQuoted = CanonicalText.of(token);
        String singleQuoted = "'" + token.replace("\\", "\\\\").replace("'", "\\'") + "'";
        String record = "{\"$token\":" + doubleQuoted + ",\"$distinct_id\":\"u1\",\"$set\":{\"plan\":\"pro\"}}";
        return List.of(
                "Serving the Engage API at " + uri + " until stopped (Ctrl-C).",
                "",
                "  write    " + curl + shellWord(uri + "/engage?verbose=1") + " --data-urlencode "
                        + shellWord("data=" + record),
                "  read     " + curl + credentials
                        + shellWord(uri + "/api/query/engage?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)
                                + "&distinct_id=u1"),
                "  look     " + BrowserStart.inspector(uri),
                "",
                "  Java     new MixpanelAPI(\"" + uri + "/track\", \"" + uri + "/engage\", \"" + uri + "/groups\", \""
                        + uri + "/import\")",
                "  Node     Mixpanel.init(" + singleQuoted + ", { host: '" + host + "', path: '" + uri.getPath()
                        + "', protocol: '" + uri.getScheme() + "' })",
                "  Browser  mixpanel.init(" + singleQuoted + ", { api_host: '" + uri + "' })",
                "  Python   Mixpanel(" + singleQuoted + ", consumer=Consumer(events_url='" + uri
                        + "/track', people_url='" + uri + "/engage', import_url='" + uri + "/import', groups_url='"
                        + uri + "/groups'))",
                "  Go       mixpanel.NewApiClient(" + doubleQuoted + ", mixpanel.ProxyApiLocation(\"" + uri + "\"))",
                "  Ruby     Mixpanel::Consumer.new('" + uri + "/track', '" + uri + "/engage', '" + uri + "/groups', '"
                        + uri + "/import')"
                        + (tls ? "" : "  and  Mixpanel.config_http { |http| http.use_ssl = false }"),
                "  PHP      Mixpanel::getInstance(" + singleQuoted + ", ['host' => '" + host + uri.getPath()
                        + "', 'use_ssl' => " + tls + "])",
                "  Swift    Mixpanel.initialize(token: " + doubleQuoted + ", trackAutomaticEvents: false, serverURL: \""
                        + uri + "\")",
                "  Android  MixpanelAPI.getInstance(context, " + doubleQuoted + ", false).setServerURL(\""
                        + uri.getScheme() + "://10.0.2.2:" + uri.getPort() + uri.getPath() + "\")");
    }

    /** How to give a shell this text as one word. */
    private static String shellWord(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
