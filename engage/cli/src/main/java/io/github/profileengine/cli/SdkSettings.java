package io.github.profileengine.cli;

import io.github.profileengine.testdouble.EngageDouble;
import java.net.URI;
import java.util.List;

/** What to paste into a program so that its SDK talks to the double. */
final class SdkSettings {

    private SdkSettings() {}

    /** Prints the settings; a reader who has left is no failure. */
    static void print(EngageDouble engage, OutputFile out) throws UnusableFileException {
        for (String line : lines(engage.uri(), engage.certificate().isPresent())) {
            out.line(line);
        }
        out.commit();
    }

    private static List<String> lines(URI uri, boolean tls) {
        // An address: "localhost" may mean ::1 to a client, where nobody listens.
        String host = uri.getAuthority();
        return List.of(
                "Serving the Engage API at " + uri + " until stopped (Ctrl-C).",
                "",
                "  curl     curl '" + uri + "/engage?verbose=1' --data-urlencode"
                        + " 'data={\"$token\":\"demo\",\"$distinct_id\":\"u1\",\"$set\":{\"plan\":\"pro\"}}'",
                "  look     " + BrowserStart.inspector(uri),
                "  read     curl '" + uri + "/api/query/engage?token=demo&distinct_id=u1'",
                "",
                "  Java     new MixpanelAPI(\"" + uri + "/track\", \"" + uri + "/engage\", \"" + uri + "/groups\")",
                "  Node     Mixpanel.init('TOKEN', { host: '" + host + "', path: '" + uri.getPath() + "', protocol: '"
                        + uri.getScheme() + "' })",
                "  Browser  mixpanel.init('TOKEN', { api_host: '" + uri + "' })",
                "  Python   Mixpanel('TOKEN', consumer=Consumer(events_url='" + uri + "/track', people_url='" + uri
                        + "/engage', groups_url='" + uri + "/groups'))",
                "  Go       mixpanel.NewApiClient(\"TOKEN\", mixpanel.ProxyApiLocation(\"" + uri + "\"))",
                "  Ruby     Mixpanel::Consumer.new('" + uri + "/track', '" + uri + "/engage', '" + uri + "/groups', '"
                        + uri + "/import')"
                        + (tls ? "" : "  and  Mixpanel.config_http { |http| http.use_ssl = false }"),
                "  PHP      Mixpanel::getInstance('TOKEN', ['host' => '" + host + uri.getPath() + "', 'use_ssl' => "
                        + tls + "])",
                "  Swift    Mixpanel.initialize(token: \"TOKEN\", trackAutomaticEvents: false, serverURL: \"" + uri
                        + "\")",
                "  Android  MixpanelOptions / setServerURL(\"" + uri.getScheme() + "://10.0.2.2:" + uri.getPort()
                        + uri.getPath() + "\"), set after getInstance");
    }
}
