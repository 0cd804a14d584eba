package io.github.profileengine.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.representation.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProjectTrieTest {
    private static final Object OWNER = new Object();

    private static Map<Name, PlainProject> contents(ProjectTrie<PlainProject> trie) {
        Map<Name, PlainProject> contents = new HashMap<>();
        trie.forEach((token, project) -> {
            assertThat(contents.put(token, project)).as("told once").isNull();
            assertThat(trie.get(token)).isSameAs(project);
        });
        return contents;
    }

    /** Two names with the very same hash: there are some twenty such pairs among 400,000 names. */
    private static List<Name> twins() {
        Map<Integer, Name> byHash = new HashMap<>();
        for (int number = 0; ; number++) {
            Name name = Name.of("name " + number);
            Name other = byHash.put(name.hash(), name);
            if (other != null) {
                return List.of(other, name);
            }
        }
    }

    @Test
    void with_owner_writesInPlace() {
        ProjectTrie<PlainProject> trie = ProjectTrie.empty(OWNER);
        PlainProject project = PlainProject.empty(OWNER);
        assertThat(trie.with(OWNER, Name.of("p"), project)).isSameAs(trie);
        assertThat(trie.get(Name.of("p"))).isSameAs(project);
        assertThat(trie.without(OWNER, Name.of("q"))).isSameAs(trie);
        assertThat(trie.without(OWNER, Name.of("p"))).isSameAs(trie);
        assertThat(contents(trie)).isEmpty();
    }

    @Test
    void twins_sameHash_areApart() {
        List<Name> twins = twins();
        PlainProject one = PlainProject.empty(OWNER);
        PlainProject other = PlainProject.empty(OWNER);
        ProjectTrie<PlainProject> trie = ProjectTrie.<PlainProject>empty(OWNER).with(OWNER, twins.get(0), one);
        assertThat(trie.get(twins.get(1))).isNull();
        trie.with(OWNER, twins.get(1), other);
        assertThat(contents(trie)).isEqualTo(Map.of(twins.get(0), one, twins.get(1), other));
        trie.with(OWNER, twins.get(0), other).without(OWNER, twins.get(1));
        assertThat(contents(trie)).isEqualTo(Map.of(twins.get(0), other));
        assertThat(contents(trie.without(OWNER, twins.get(0)))).isEmpty();
    }

    /** Only its owner writes to a trie. At the end, every trie must equal the plain map of its moment. */
    @Test
    void writes_byManyOwners_areCopiesOfMaps() {
        Random random = new Random(7);
        List<Name> names = new ArrayList<>(twins());
        IntStream.range(0, 200).mapToObj(number -> Name.of("p" + number)).forEach(names::add);
        List<ProjectTrie<PlainProject>> frozen = new ArrayList<>();
        List<Map<Name, PlainProject>> moments = new ArrayList<>();
        Object owner = new Object();
        ProjectTrie<PlainProject> trie = ProjectTrie.empty(owner);
        Map<Name, PlainProject> map = new HashMap<>();
        for (int round = 0; round < 20_000; round++) {
            Name name = names.get(random.nextInt(names.size()));
            if (random.nextInt(100) == 0) {
                frozen.add(trie);
                moments.add(new HashMap<>(map));
                owner = new Object();
            } else if (random.nextInt(100) < 40 + 20 * (round / 5_000 % 2)) {
                trie = trie.without(owner, name);
                map.remove(name);
            } else {
                PlainProject project = PlainProject.empty(owner);
                trie = trie.with(owner, name, project);
                map.put(name, project);
            }
            assertThat(trie.get(name)).isSameAs(map.get(name));
        }
        for (int at = 0; at < frozen.size(); at++) {
            assertThat(contents(frozen.get(at))).isEqualTo(moments.get(at));
        }
        assertThat(frozen).hasSizeGreaterThan(100);
    }

    @Test
    void forEachUnshared_oneWrite_tellsFewOfMany() {
        ProjectTrie<PlainProject> before = ProjectTrie.empty(OWNER);
        for (int number = 0; number < 10_000; number++) {
            before.with(OWNER, Name.of("p" + number), PlainProject.empty(OWNER));
        }
        Name changed = Name.of("p77");
        Object other = new Object();
        ProjectTrie<PlainProject> after = before.with(other, changed, PlainProject.empty(other));
        assertThat(unshared(before, before)).isEmpty();
        assertThat(unshared(before, after)).containsExactly(changed);
        assertThat(unshared(before, before.without(other, changed))).containsExactly(changed);
        assertThat(unshared(before, ProjectTrie.empty(other))).hasSize(10_000);
    }

    private static Set<Name> unshared(ProjectTrie<PlainProject> one, ProjectTrie<PlainProject> other) {
        Set<Name> told = new HashSet<>();
        ProjectTrie.forEachUnshared(one, other, (token, project) -> told.add(token));
        return told;
    }

    @Test
    void without_all_leavesNoNodes() {
        ProjectTrie<PlainProject> trie = ProjectTrie.empty(OWNER);
        List<Name> names = IntStream.range(0, 1_000)
                .mapToObj(number -> Name.of("p" + number))
                .toList();
        names.forEach(name -> trie.with(OWNER, name, PlainProject.empty(OWNER)));
        names.forEach(name -> trie.without(OWNER, name));
        assertThat(trie.isEmpty()).isTrue();
    }
}
