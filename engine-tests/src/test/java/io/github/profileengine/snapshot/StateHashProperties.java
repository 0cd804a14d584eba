package io.github.profileengine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.laws.EngineStore;
import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleText;
import io.github.profileengine.profile.Profile;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The hash of a state, computed a second time from its definition alone. */
class StateHashProperties extends ReducerLaws {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    @Property
    void stateHash_anyState_isTheSumOfItsLines(@ForAll("entries") List<OracleEntry> batch)
            throws NoSuchAlgorithmException {
        EngineStore store = new EngineStore(OracleOptions.DEFAULTS, false);
        store.apply(batch);
        Snapshot state = store.engine().snapshot();
        BigInteger sum = BigInteger.ZERO;
        for (Profile profile : state.profiles().toList()) {
            sum = sum.add(sha256(line(profile)));
        }
        for (String line : state.aliases().map(StateHashProperties::line).toList()) {
            sum = sum.add(sha256(line));
        }
        String hex = String.format("%064x", sum.mod(MODULUS));
        assertThat(state.stateHash()).hasToString(hex);
        assertThat(StateHash.of(hex)).isEqualTo(state.stateHash());
        assertThat(store.engine().stateHash()).isEqualTo(state.stateHash());
    }

    private static String line(Profile profile) {
        String name = profile.id().isGroup()
                ? ",\"$group_key\":" + OracleText.of(profile.id().groupKey().orElseThrow()) + ",\"$group_id\":"
                : ",\"$distinct_id\":";
        return "{\"$token\":" + OracleText.of(profile.id().token()) + name
                + OracleText.of(profile.id().id()) + ",\"$properties\":"
                + OracleText.of(EngineUpdates.read(profile)) + "}";
    }

    private static String line(Alias alias) {
        return "{\"$token\":" + OracleText.of(alias.token()) + ",\"$alias\":" + OracleText.of(alias.alias())
                + ",\"$distinct_id\":" + OracleText.of(alias.id()) + "}";
    }

    private static BigInteger sha256(String line) throws NoSuchAlgorithmException {
        return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
    }

    @Property
    void stateHash_otherState_isAnother(
            @ForAll("entries") List<OracleEntry> batch, @ForAll("entries") List<OracleEntry> more) {
        EngineStore store = new EngineStore(OracleOptions.DEFAULTS, false);
        store.apply(batch);
        Snapshot before = store.engine().snapshot();
        store.apply(more);
        Snapshot after = store.engine().snapshot();
        assertThat(after.stateHash().equals(before.stateHash())).isEqualTo(after.equals(before));
    }
}
