package io.github.profileengine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Builds logs as texts. Seals them with code that shares nothing with the tool. */
final class SealedLog {

    private static final String NOON = ",\"$time\":\"2026-01-31T12:00:00Z\",\"$token\":\"t\"}";

    private SealedLog() {}

    /** A log with these entries as they are, and with the right counts and checksum. */
    static String log(String... lines) {
        return continuing("0".repeat(64), lines);
    }

    static String continuing(String start, String... lines) {
        String header = "{\"$log\":\"profile-engine\",\"options\":{\"automaticCreated\":false,"
                + "\"automaticLastSeen\":false,\"flattenAppendedLists\":false,\"limits\":{},\"strict\":false},"
                + "\"start\":\"" + start + "\",\"version\":1}\n";
        long entries = List.of(lines).stream()
                .filter(line -> line.matches("\\{\"\\$(slice|alias|clear|restore)\".*"))
                .count();
        long updates = List.of(lines).stream()
                .filter(line -> line.contains("\"$time\""))
                .count();
        String end = "{\"$end\":{\"entries\":" + entries + ",\"updates\":" + updates + "}}\n";
        String body = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
        return SealedState.sealed(header + body + end);
    }

    static String slice(int barrier, int shard, int sequence, int updates) {
        return "{\"$slice\":{\"barrier\":" + barrier + ",\"sequence\":" + sequence + ",\"shard\":" + shard
                + ",\"updates\":" + updates + "}}";
    }

    static String set(String id, int n) {
        return "{\"$distinct_id\":\"" + id + "\",\"$set\":{\"n\":" + n + "}" + NOON;
    }

    static String add(String id, int n) {
        return "{\"$add\":{\"n\":" + n + "},\"$distinct_id\":\"" + id + "\"" + NOON;
    }

    static String clear(int barrier) {
        return "{\"$clear\":{\"barrier\":" + barrier + ",\"token\":\"t\"}}";
    }

    /** A log in which a text was replaced, sealed again. */
    static String resealed(Path log, String from, String to) throws IOException {
        String text = Files.readString(log).replace(from, to);
        return SealedState.sealed(text.substring(0, text.indexOf("{\"$sha256\"")));
    }
}
