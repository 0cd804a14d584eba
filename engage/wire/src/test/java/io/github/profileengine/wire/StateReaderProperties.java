package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.SnapshotBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StateReaderProperties {

    @Property
    void read_anyStateWritten_isEqual_andWritesTheSameBytes(@ForAll("states") Snapshot state) throws IOException {
        byte[] file = States.written(state);
        Snapshot read = States.read(file);

        assertThat(read).isEqualTo(state);
        assertThat(States.written(read)).isEqualTo(file);
        assertThat(read.stateHash()).isEqualTo(state.stateHash());
    }

    @Property
    void hash_anyStateWritten_isTheStates(@ForAll("states") Snapshot state) throws IOException {
        assertThat(StateReader.hash(new ByteArrayInputStream(States.written(state)), ReaderOptions.fileDefaults()))
                .isEqualTo(state.stateHash());
    }

    @Property
    void readLeniently_anyStateWritten_isEqual_withoutAProblem(@ForAll("states") Snapshot state) throws IOException {
        List<FileProblem> problems = new ArrayList<>();
        Snapshot read = StateReader.readLeniently(
                new ByteArrayInputStream(States.written(state)), ReaderOptions.fileDefaults(), problems::add);

        assertThat(problems).isEmpty();
        assertThat(read).isEqualTo(state);
    }

    /** Removes, inserts, doubles or replaces any part of a file. */
    @Property
    void read_anyDamage_isRefused(
            @ForAll("states") Snapshot state, @ForAll int place, @ForAll int length, @ForAll byte[] junk) {
        byte[] file = States.written(state);
        int from = Math.floorMod(place, file.length);
        int to = from + Math.floorMod(length, file.length - from + 1);
        for (byte[] damaged : List.of(
                joined(file, 0, from, file, to, file.length),
                joined(file, 0, to, file, from, file.length),
                joined(joined(file, 0, from, junk, 0, junk.length), file, to))) {
            if (!Arrays.equals(damaged, file)) {
                assertThatThrownBy(() -> States.read(damaged)).isInstanceOf(InvalidFileException.class);
            }
        }
    }

    private static byte[] joined(byte[] first, byte[] second, int from) {
        return joined(first, 0, first.length, second, from, second.length);
    }

    private static byte[] joined(byte[] first, int from, int to, byte[] second, int start, int end) {
        byte[] joined = Arrays.copyOf(Arrays.copyOfRange(first, from, to), to - from + end - start);
        System.arraycopy(second, start, joined, to - from, end - start);
        return joined;
    }

    /** Whatever the bytes are, the strict reader refuses them, and the lenient reader returns a state and problems. */
    @Property
    void read_anyBytes_areAnsweredOrRefused(@ForAll byte[] bytes) throws IOException {
        assertThatThrownBy(() -> States.read(bytes)).isInstanceOf(InvalidFileException.class);
        List<FileProblem> problems = new ArrayList<>();
        StateReader.readLeniently(new ByteArrayInputStream(bytes), ReaderOptions.fileDefaults(), problems::add);
        assertThat(problems).isNotEmpty();
    }

    @Property
    void read_anyTokenReplaced_isReadOrRefused(@ForAll long seed) throws IOException {
        String small = new String(States.written(States.small()), StandardCharsets.UTF_8);
        byte[] odd = Records.utf8(OddTokens.in(small, new Random(seed)));
        try {
            assertThat(States.written(States.read(odd))).isEqualTo(odd);
        } catch (InvalidFileException refused) {
            List<FileProblem> problems = new ArrayList<>();
            StateReader.readLeniently(new ByteArrayInputStream(odd), ReaderOptions.fileDefaults(), problems::add);
            assertThat(refused.problem().line()).isBetween(1L, 10L);
        }
    }

    @Provide
    Arbitrary<Snapshot> states() {
        Arbitrary<Set<ProfileId>> ids = Arbitraries.oneOf(
                        Combinators.combine(tokens(), ids()).as(ProfileId::user),
                        Combinators.combine(tokens(), ids(), ids()).as(ProfileId::group))
                .set()
                .ofMaxSize(6);
        Arbitrary<List<Alias>> aliases = Combinators.combine(tokens(), ids(), ids())
                .as(Alias::new)
                .list()
                .ofMaxSize(5);
        return Combinators.combine(ids, Values.objects().list().ofSize(6), aliases)
                .as(StateReaderProperties::state);
    }

    private static Snapshot state(Set<ProfileId> ids, List<Map<String, Object>> properties, List<Alias> aliases) {
        SnapshotBuilder state = Snapshot.builder();
        int at = 0;
        for (ProfileId id : ids) {
            state.add(Profile.of(id, properties.get(at++)));
        }
        for (Alias alias : aliases) {
            try {
                state.alias(alias.token(), alias.alias(), alias.id());
            } catch (IllegalArgumentException mappedOrCircular) {
                assertThat(mappedOrCircular).hasMessageContaining("mapped already, or leads to itself");
            }
        }
        return state.build();
    }

    private static Arbitrary<String> tokens() {
        return Arbitraries.of("t", "T", "\u00e9", "\uffff", "\ud83d\ude00", "$token");
    }

    private static Arbitrary<String> ids() {
        return Values.names().filter(name -> !name.isEmpty());
    }
}
