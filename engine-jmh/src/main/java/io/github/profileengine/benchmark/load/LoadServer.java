package io.github.profileengine.benchmark.load;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.profileengine.testdouble.EngageDouble;
import java.io.IOException;

/**
 * A server in a process of its own: it prints its port and serves until its standard input ends. The mock server keeps
 * no journal and answers {@code 1} to everything, without looking at it. A mock server cannot do more for an SDK.
 */
public final class LoadServer {
    private LoadServer() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("double")) {
            try (EngageDouble engage = EngageDouble.start()) {
                serve(engage.port());
            }
        } else {
            WireMockServer mock = new WireMockServer(WireMockConfiguration.options()
                    .dynamicPort()
                    .bindAddress("127.0.0.1")
                    .disableRequestJournal());
            mock.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok("1")));
            mock.start();
            serve(mock.port());
            mock.stop();
        }
    }

    private static void serve(int port) throws IOException {
        System.out.println(port);
        System.out.flush();
        while (System.in.read() >= 0) {
            // Serves until the measuring program has ended.
        }
    }
}
