package io.github.profileengine.store;

import io.github.profileengine.identity.AliasResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The expected results of the calls of {@link ProfileCalls}, {@link AliasCalls} and {@link CutCalls} when they run one
 * after the other. Shares no code with the engine.
 */
public class EngineModel {
    private final Map<Integer, List<Integer>> lists = new HashMap<>();
    private final Map<Integer, Integer> aliases = new HashMap<>();

    public boolean append(int id, int value) {
        lists.computeIfAbsent(end(id), key -> new ArrayList<>()).add(value);
        return true;
    }

    public boolean union(int id, int value) {
        List<Integer> list = lists.computeIfAbsent(end(id), key -> new ArrayList<>());
        List<Integer> before = List.copyOf(list);
        list.add(value);
        List<Integer> distinct = list.stream().distinct().toList();
        list.clear();
        list.addAll(distinct);
        return !list.equals(before);
    }

    public boolean delete(int id) {
        return lists.remove(end(id)) != null;
    }

    public String read(int id) {
        return lists.containsKey(id) ? lists.get(id).toString() : "none";
    }

    public AliasResult alias(int alias, int id) {
        if (aliases.containsKey(alias)) {
            return aliases.get(alias) == id ? AliasResult.UNCHANGED : AliasResult.REFUSED;
        }
        if (end(id) == alias) {
            return AliasResult.REFUSED;
        }
        aliases.put(alias, id);
        return AliasResult.MAPPED;
    }

    public int resolve(int id) {
        return end(id);
    }

    private int end(int id) {
        int end = id;
        while (aliases.containsKey(end)) {
            end = aliases.get(end);
        }
        return end;
    }

    public void appendToEach(int value) {
        for (int id = 0; id < EngineCalls.PROFILES; id++) {
            append(id, value);
        }
    }

    public void aliasAndAppend(int alias, int id, int value) {
        alias(alias, id);
        append(alias, value);
    }

    public String snapshot() {
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < EngineCalls.PROFILES; id++) {
            text.append(read(id)).append(resolve(id)).append(' ');
        }
        return text.toString();
    }

    public String fork(int value) {
        EngineModel fork = new EngineModel();
        lists.forEach((key, list) -> fork.lists.put(key, new ArrayList<>(list)));
        fork.aliases.putAll(aliases);
        fork.appendToEach(value);
        return fork.snapshot();
    }
}
