package io.github.profileengine.benchmark.apply;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Identifies a final state, so that two states can be compared without holding both.
 *
 * @param profiles how many profiles there are
 * @param sum the sum of 64 bits of the SHA-256 of each profile, which does not depend on their order
 * @param rejected how many records were rejected
 */
record StateDigest(long profiles, long sum, long rejected) {

    static StateDigest of(Folding folding, Object store) {
        Profiles all = new Profiles();
        folding.tell(store, all::add);
        return new StateDigest(all.count, all.sum, folding.rejected(store));
    }

    private static final class Profiles {
        private final MessageDigest sha256 = sha256();
        private long count;
        private long sum;

        void add(String id, String profile) {
            sha256.update(id.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
            sum += ByteBuffer.wrap(sha256.digest(profile.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
            count++;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has it", impossible);
            }
        }
    }
}
