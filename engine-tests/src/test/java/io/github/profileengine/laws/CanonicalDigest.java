package io.github.profileengine.laws;

import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** A program that prints one digest of all states and messages of many random batches, for comparison between JVMs. */
public final class CanonicalDigest {
    private static final int BATCHES = 100;

    private CanonicalDigest() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println(digest());
    }

    static String digest() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Random random = new Random(20_240_229);
        OracleOptions limited = OracleOptions.DEFAULTS.withStrict().withLimits(OracleProperties.SMALL);
        for (int i = 0; i < BATCHES; i++) {
            EngineStore store = new EngineStore(i % 2 == 0 ? OracleOptions.DEFAULTS : limited, true);
            Iterable<? extends OracleEntry> batch = RandomBatch.batch(random);
            for (OracleEntry entry : batch) {
                add(digest, store.apply(List.of(entry)).toString());
                add(digest, store.told().toString());
            }
            store.engine().profiles().forEach(profile -> add(digest, profile.id() + profile.canonicalText()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
