package io.github.profileengine.testdouble.sdk;

import com.mixpanel.mixpanelapi.ClientDelivery;
import com.mixpanel.mixpanelapi.MessageBuilder;
import com.mixpanel.mixpanelapi.MixpanelAPI;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.EngageDoubleBuilder;
import io.github.profileengine.testdouble.tls.Handshake;
import io.github.profileengine.testdouble.tls.ServerCertificate;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.json.JSONObject;

/**
 * The official SDK for Java, pointed at a double of its own. The SDK trusts what this JVM trusts by default. With TLS,
 * that is the double's certificate until this object is closed.
 */
final class JavaSdk implements AutoCloseable {
    static final String TOKEN = "java-project";

    final MessageBuilder messages = new MessageBuilder(TOKEN);
    final EngageDouble engage;
    private final MixpanelAPI api;
    private final SSLSocketFactory trustedBefore = HttpsURLConnection.getDefaultSSLSocketFactory();

    JavaSdk(Transport transport, EngageDoubleBuilder builder) throws IOException, GeneralSecurityException {
        if (transport.tls()) {
            ServerCertificate certificate = ServerCertificate.selfSigned(Instant.now(), List.of());
            builder.certificate(certificate);
            HttpsURLConnection.setDefaultSSLSocketFactory(
                    Handshake.trusting(certificate.pem()).getSocketFactory());
        }
        engage = builder.start();
        api = new MixpanelAPI(
                engage.uri() + "/track",
                engage.uri() + "/engage",
                engage.uri() + "/groups",
                engage.uri() + "/import",
                transport.gzip());
    }

    MixpanelAPI api() {
        return api;
    }

    /** Sends the messages one after the other, each in a request of its own. */
    void send(JSONObject... all) throws IOException {
        for (JSONObject message : all) {
            api.sendMessage(message);
        }
    }

    static ClientDelivery delivery(JSONObject... all) {
        ClientDelivery delivery = new ClientDelivery();
        for (JSONObject message : all) {
            delivery.addMessage(message);
        }
        return delivery;
    }

    Map<String, Object> user(String id) {
        return engage.profile(TOKEN, id).toOptional().orElseThrow().properties();
    }

    Map<String, Object> group(String key, String id) {
        return engage.profile(ProfileId.group(TOKEN, key, id))
                .toOptional()
                .orElseThrow()
                .properties();
    }

    @Override
    public void close() {
        api.close();
        engage.close();
        HttpsURLConnection.setDefaultSSLSocketFactory(trustedBefore);
    }
}
