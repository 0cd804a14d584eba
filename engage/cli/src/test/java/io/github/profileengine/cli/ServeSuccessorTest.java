package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is started with the files of another one. */
class ServeSuccessorTest {
    @TempDir
    private Path folder;

    /** Whose clients would trust a certificate that nobody serves. */
    @Test
    void serve_tlsAtABusyPort_leavesTheCertificateThatIsThere() throws Exception {
        Path pem = Files.writeString(folder.resolve("double.pem"), "of the server that serves");
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ToolRun run = ToolRun.of("serve", "--port", busy.getLocalPort(), "--tls", "--tls-pem", pem);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("cannot listen");
        }
        assertThat(pem).hasContent("of the server that serves");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void serve_stoppedAfterAnotherWroteItsPort_leavesThePortFile() throws Exception {
        Path portFile = folder.resolve("port.txt");
        try (ServeProcess serve = ServeProcess.start("--port", "0", "--port-file", portFile.toString())) {
            serve.uri();
            Files.writeString(portFile, "1\n");
            serve.signal("TERM");

            assertThat(serve.exitCode()).isZero();
        }
        assertThat(portFile).hasContent("1\n");
    }
}
