package io.github.profileengine.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleOutcome;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.oracle.OracleValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/**
 * Base class of the laws: the subject, short methods for updates, and the generators. A law never names the engine, so
 * that it also runs against wrong reducers; see {@link WrongReducersTest}.
 */
public class ReducerLaws {
    public static final OracleId ID = OracleId.user("p", "u");

    private ReducerUnderTest plain;
    private Function<OracleOptions, ReducerUnderTest> subjects = EngineReducer::new;

    void against(Function<OracleOptions, ReducerUnderTest> wrong) {
        subjects = wrong;
    }

    protected ReducerUnderTest subject(OracleOptions options) {
        return subjects.apply(options);
    }

    // --- states

    private ReducerUnderTest plain() {
        plain = plain == null ? subject(OracleOptions.PLAIN) : plain;
        return plain;
    }

    protected Object state(Map<String, Object> properties) {
        return properties == null ? null : plain().state(ID, properties);
    }

    protected Map<String, Object> read(Object state) {
        return state == null ? null : plain().read(state);
    }

    /** The value of a property, which must be there. */
    protected Object get(Object state, String name) {
        assertThat(read(state)).containsKey(name);
        return read(state).get(name);
    }

    /** The elements of a property, which must be a list. */
    protected List<Object> elements(Object state, String name) {
        assertThat(get(state, name)).isInstanceOf(List.class);
        return OracleValues.elements(get(state, name));
    }

    protected Object ap(Object before, OracleUpdate... updates) {
        Object state = before;
        for (OracleUpdate update : updates) {
            state = plain().reduce(state, update).after();
        }
        return state;
    }

    protected Object ap(Map<String, Object> before, OracleUpdate... updates) {
        return ap(state(before), updates);
    }

    protected List<OracleOutcome> outcomes(Object before, OracleUpdate update) {
        return plain().reduce(before, update).outcomes();
    }

    /** The single outcome of an update as {@code "IGNORED add-on-non-number"}. */
    protected String outcome(Map<String, Object> before, OracleUpdate update) {
        List<OracleOutcome> outcomes = outcomes(state(before), update);
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0).kind() + " " + outcomes.get(0).rule();
    }

    protected void same(Object actual, Object expected) {
        assertThat(read(actual)).isEqualTo(read(expected));
    }

    protected void unchanged(Map<String, Object> before, OracleUpdate update) {
        same(ap(before, update), state(before));
    }

    // --- updates

    protected static OracleUpdate update(String operator, Object operand) {
        return OracleUpdate.of(ID, OracleValues.objectOf(operator, operand));
    }

    protected static OracleUpdate set(Object... namesAndValues) {
        return update("$set", OracleValues.objectOf(namesAndValues));
    }

    protected static OracleUpdate setOnce(Object... namesAndValues) {
        return update("$set_once", OracleValues.objectOf(namesAndValues));
    }

    protected static OracleUpdate merge(Object... namesAndValues) {
        return update("$merge", OracleValues.objectOf(namesAndValues));
    }

    protected static OracleUpdate add(Object... namesAndValues) {
        return update("$add", OracleValues.objectOf(namesAndValues));
    }

    protected static OracleUpdate union(Object... namesAndValues) {
        return update("$union", OracleValues.objectOf(namesAndValues));
    }

    protected static OracleUpdate append(Object... namesAndValues) {
        return update("$append", OracleValues.objectOf(namesAndValues));
    }

    protected static OracleUpdate remove(Object... namesAndValues) {
        return update("$remove", OracleValues.objectOf(namesAndValues));
    }

    protected static OracleUpdate unset(String... names) {
        return update("$unset", List.of(names));
    }

    protected static OracleUpdate delete() {
        return update("$delete", "");
    }

    // --- values

    protected static Object canonical(Object value) {
        return OracleValues.canonical(value);
    }

    protected static boolean equal(Object a, Object b) {
        return java.util.Objects.equals(canonical(a), canonical(b));
    }

    /** A list that may hold null. */
    protected static List<Object> listOf(Object... elements) {
        return new ArrayList<>(java.util.Arrays.asList(elements));
    }

    protected static List<Object> concat(List<?> first, List<?> second) {
        List<Object> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    protected static Map<String, Object> mapOf(Map<String, Object> map, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }

    // --- generators

    @Provide
    Arbitrary<Scene> scenes() {
        return Arbitraries.randomValue(Scene::random);
    }

    /** Up to 200 entries on three names and three ids; shrinks by leaving entries out. */
    @Provide
    Arbitrary<List<OracleEntry>> batches() {
        return batches(RandomBatch.Kind.BATCHES);
    }

    /** As {@code batches}, but up to 20. */
    @Provide
    Arbitrary<List<OracleEntry>> entries() {
        return batches(RandomBatch.Kind.ENTRIES);
    }

    /** Updates of three profiles without aliases, times and places: only their order can matter. */
    @Provide
    Arbitrary<List<OracleEntry>> updates() {
        return batches(RandomBatch.Kind.UPDATES);
    }

    /** Updates of one user profile that a reducer alone can judge. */
    @Provide
    Arbitrary<List<OracleEntry>> histories() {
        return batches(RandomBatch.Kind.HISTORIES);
    }

    private static Arbitrary<List<OracleEntry>> batches(RandomBatch.Kind kind) {
        return Arbitraries.randomValue(random -> random.nextLong())
                .flatMap(seed -> Arbitraries.randomValue(random -> RandomBatch.entry(seed, kind, random))
                        .list()
                        .ofMaxSize(kind.maxSize));
    }

    protected static Random random(Scene scene) {
        return new Random(scene.seed());
    }
}
