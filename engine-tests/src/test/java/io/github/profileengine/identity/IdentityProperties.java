package io.github.profileengine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.Scene;
import io.github.profileengine.laws.StoreLaws;
import io.github.profileengine.laws.StoreUnderTest;
import io.github.profileengine.oracle.OracleAlias;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Law M3: aliases. */
public class IdentityProperties extends StoreLaws {
    private static final OracleId END = OracleId.user("p", "end");
    private static final List<OracleEntry> CHAIN =
            List.of(new OracleAlias("p", "c", "end"), new OracleAlias("p", "a", "b"), new OracleAlias("p", "b", "c"));

    @Property
    void m3_anUpdateGoesToTheEndOfTheChain(@ForAll("scenes") Scene s) {
        for (String id : List.of("a", "b", "c", "end")) {
            StoreUnderTest store = applied(OracleOptions.PLAIN, CHAIN);
            store.apply(List.of(set(s.k(), s.a()).to(OracleId.user("p", id))));
            assertThat(store.profile(END)).isEqualTo(canonical(mapOf(Map.of(), s.k(), s.a())));
            assertThat(store.count()).isEqualTo(1);
        }
    }

    @Property
    void m3_ignoreAliasTouchesTheLiteralIdForAnyOperator(@ForAll("scenes") Scene s) {
        OracleId a = OracleId.user("p", "a");
        StoreUnderTest store = applied(OracleOptions.PLAIN, CHAIN);
        store.apply(List.of(
                set(s.k(), s.a()).to(a).flagged(true, false), set(s.k(), s.b()).to(END)));
        assertThat(store.profile(a)).isEqualTo(canonical(mapOf(Map.of(), s.k(), s.a())));
        store.apply(List.of(delete().to(a)));
        assertThat(store.profile(END)).isNull();
        assertThat(store.profile(a)).isNotNull();
        store.apply(List.of(set(s.j(), 1).to(END), delete().to(a).flagged(true, false)));
        assertThat(store.profile(a)).isNull();
        assertThat(store.profile(END)).isNotNull();
    }

    @Property
    void m3_aliasesOutliveADelete(@ForAll("scenes") Scene s) {
        StoreUnderTest store = applied(OracleOptions.PLAIN, CHAIN);
        OracleId a = OracleId.user("p", "a");
        store.apply(List.of(
                set(s.k(), s.a()).to(a), delete().to(a), set(s.k(), s.b()).to(a)));
        assertThat(store.profile(END)).isEqualTo(canonical(mapOf(Map.of(), s.k(), s.b())));
    }

    @Property
    void m3_groupsAndOtherProjectsHaveNoAlias(@ForAll("scenes") Scene s) {
        StoreUnderTest store = applied(OracleOptions.PLAIN, CHAIN);
        for (OracleId id : List.of(OracleId.group("p", "a", "a"), OracleId.user("q", "a"))) {
            store.apply(List.of(set(s.k(), s.a()).to(id)));
            assertThat(store.profile(id)).isNotNull();
        }
    }

    @Property
    void m3_theFirstMappingWinsAndNoCycleIsStored(@ForAll("batches") List<OracleEntry> batch) {
        StoreUnderTest store = store(OracleOptions.PLAIN);
        Map<String, String> table = new HashMap<>();
        for (OracleEntry entry : batch) {
            String answer = store.apply(List.of(entry)).get(0).alias();
            if (entry instanceof OracleAlias call) {
                String from = call.token() + "/" + call.alias();
                String to = call.token() + "/" + call.id();
                String expected = to.equals(table.get(from))
                        ? "UNCHANGED"
                        : table.containsKey(from) || ends(table, to).equals(from) ? "REFUSED" : "MAPPED";
                assertThat(answer).isEqualTo(expected);
                table.putIfAbsent(from, expected.equals("REFUSED") ? table.get(from) : to);
                table.values().removeIf(java.util.Objects::isNull);
            }
        }
    }

    @Property
    void m3_anUpdateOfAnAliasIsAnUpdateOfItsEnd(@ForAll("updates") List<OracleEntry> batch) {
        OracleId first = OracleId.user("p", "a");
        List<OracleUpdate> throughAlias =
                batch.stream().map(entry -> ((OracleUpdate) entry).to(first)).toList();
        List<OracleUpdate> direct =
                throughAlias.stream().map(update -> update.to(END)).toList();
        StoreUnderTest store = applied(OracleOptions.PLAIN, CHAIN);
        assertThat(store.apply(throughAlias))
                .isEqualTo(store(OracleOptions.PLAIN).apply(direct));
        assertThat(store.profile(END))
                .isEqualTo(applied(OracleOptions.PLAIN, direct).profile(END));
    }

    private static String ends(Map<String, String> table, String start) {
        Set<String> seen = new HashSet<>();
        String id = start;
        while (table.containsKey(id) && seen.add(id)) {
            id = table.get(id);
        }
        return id;
    }
}
