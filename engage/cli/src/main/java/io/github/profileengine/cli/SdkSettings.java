package io.github.profileengine.cli;

import io.github.profileengine.testdouble.EngageDouble;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings to paste into a program, so that its SDK talks to the double. */
final class SdkSettings {

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
        this.curl = "curl " + (!tls ? "" : pem == null ? "--insecure " : "--cacert " + pem + " ");
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
        return List.of(
                "Serving the Engage API at " + uri + " until stopped (Ctrl-C).",
                "",
                "  write    " + curl + "'" + uri + "/engage?verbose=1' --data-urlencode 'data={\"$token\":\"" + token
                        + "\",\"$distinct_id\":\"u1\",\"$set\":{\"plan\":\"pro\"}}'",
                "  read     " + curl + credentials + "'" + uri + "/api/query/engage?token=" + token
                        + "&distinct_id=u1'",
                "  look     " + BrowserStart.inspector(uri),
                "",
                "  Java     new MixpanelAPI(\"" + uri + "/track\", \"" + uri + "/engage\", \"" + uri + "/groups\", \""
                        + uri + "/import\")",
                "  Node     Mixpanel.init('" + token + "', { host: '" + host + "', path: '" + uri.getPath()
                        + "', protocol: '" + uri.getScheme() + "' })",
                "  Browser  mixpanel.init('" + token + "', { api_host: '" + uri + "' })",
                "  Python   Mixpanel('" + token + "', consumer=Consumer(events_url='" + uri + "/track', people_url='"
                        + uri + "/engage', import_url='" + uri + "/import', groups_url='" + uri + "/groups'))",
                "  Go       mixpanel.NewApiClient(\"" + token + "\", mixpanel.ProxyApiLocation(\"" + uri + "\"))",
                "  Ruby     Mixpanel::Consumer.new('" + uri + "/track', '" + uri + "/engage', '" + uri + "/groups', '"
                        + uri + "/import')"
                        + (tls ? "" : "  and  Mixpanel.config_http { |http| http.use_ssl = false }"),
                "  PHP      Mixpanel::getInstance('" + token + "', ['host' => '" + host + uri.getPath()
                        + "', 'use_ssl' => " + tls + "])",
                "  Swift    Mixpanel.initialize(token: \"" + token + "\", trackAutomaticEvents: false, serverURL: \""
                        + uri + "\")",
                "  Android  MixpanelAPI.getInstance(context, \"" + token + "\", false).setServerURL(\""
                        + uri.getScheme() + "://10.0.2.2:" + uri.getPort() + uri.getPath() + "\")");
    }
}
