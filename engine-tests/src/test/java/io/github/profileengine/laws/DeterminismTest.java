package io.github.profileengine.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.jvm.ChildJvm;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Law L72: another JVM in another locale and time zone gives the same bytes. */
class DeterminismTest {
    /**
     * The digest for this seed on every JDK. It changes with the generators and with the messages for people. If it
     * changes on one JDK only, something depends on that JDK.
     */
    private static final String DIGEST = "7e861ebe9a599d1f29ade72f976ba474bfd292853c4e9357e887a74ed38c65c3";

    @Test
    void l72_anyJdk_givesTheSameDigest() throws Exception {
        assertThat(CanonicalDigest.digest()).isEqualTo(DIGEST);
    }

    @Test
    void l72_otherJvmsLocalesAndTimeZones_giveTheSameDigest() throws Exception {
        String here = CanonicalDigest.digest();
        assertThat(forked("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kathmandu"))
                .isEqualTo(here);
        assertThat(forked(
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-Duser.timezone=Pacific/Apia",
                        "-Dfile.encoding=ISO-8859-1"))
                .isEqualTo(here);
    }

    @Test
    void l72_theSameJvmAgain_givesTheSameDigest() throws Exception {
        assertThat(CanonicalDigest.digest()).isEqualTo(CanonicalDigest.digest());
    }

    /** For simulations that react to changes: with one shard, the order of the reports is not left to chance. */
    @Test
    void l72_otherJvm_reportsTheSameIdsInTheSameOrder() throws Exception {
        assertThat(ChildJvm.run(ReportedOrder.class).strip())
                .isEqualTo(ChildJvm.run(ReportedOrder.class).strip())
                .isEqualTo(ReportedOrder.ids().toString());
    }

    @Test
    void l72_otherJvm_givesPublicValuesTheSameHashCodes() throws Exception {
        assertThat(ChildJvm.run(HashCodes.class, "-D" + HashCodes.DRAWN + "=0"))
                .contains("BatchResult", "Outcome", "RejectedUpdate", "ProfileChange")
                .isEqualTo(ChildJvm.run(HashCodes.class, "-D" + HashCodes.DRAWN + "=5"));
    }

    private static String forked(String... options) throws IOException, InterruptedException {
        return ChildJvm.run(CanonicalDigest.class, options).strip();
    }
}
