package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/FILES.md} shows is what the tool writes and reads. */
class FilesDocumentTest {

    private static final String NOW = "2026-11-23T17:00:00Z";

    @TempDir
    private Path folder;

    private final List<String> blocks = new ArrayList<>();
    private Path updates;
    private Path state;
    private Path log;

    @BeforeEach
    void readExamples() throws IOException {
        String document = Files.readString(Path.of("../../docs/FILES.md"));
        String[] parts = document.split("```[a-z]*\n");
        for (int part = 1; part < parts.length; part += 2) {
            blocks.add(parts[part]);
        }
        String[] session = block("$ cat updates.ndjson").split("\n");
        updates = file("updates.ndjson", session[1] + "\n" + session[2] + "\n" + session[3] + "\n");
        state = file("state.ndjson", block("{\"$state\""));
        log = file("log.ndjson", block("{\"$log\""));
    }

    private String block(String begin) {
        return blocks.stream()
                .filter(block -> block.startsWith(begin))
                .findFirst()
                .orElseThrow();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** What the document shows after a command, up to the next command. */
    private String shown(String command) {
        String prompt = "$ profile-engine " + command + "\n";
        String block = blocks.stream()
                .filter(part -> part.contains(prompt))
                .findFirst()
                .orElseThrow();
        String rest = block.substring(block.indexOf(prompt) + prompt.length());
        return rest.contains("\n$ ") ? rest.substring(0, rest.indexOf("\n$ ") + 1) : rest;
    }

    /** The output of a run, reports before the summary, with the names that the document uses. */
    private String said(ToolRun run) {
        return (run.out() + run.err()).replace(folder + "/", "");
    }

    @Test
    void state_ofTheDocument_isWhatTheUpdatesMake() {
        Path made = folder.resolve("made");
        ToolRun.of("apply", "--quiet", "--now", NOW, "--save", made, updates);

        assertThat(made).hasSameBinaryContentAs(state);
        assertThat(said(ToolRun.of("hash", state))).isEqualTo(shown("hash state.ndjson"));
    }

    @Test
    void log_ofTheDocument_replaysToTheState() {
        Path replayed = folder.resolve("replayed");

        assertThat(ToolRun.of("replay", "--save", replayed, log).code()).isZero();
        assertThat(replayed).hasSameBinaryContentAs(state);
        // The shards and slices of updates differ from run to run; the updates do not.
        Path made = folder.resolve("made");
        ToolRun.of("apply", "--quiet", "--now", NOW, "--log", made, updates);
        assertThat(ToolRun.of("bisect", log, made).code()).isZero();
    }

    @Test
    void reports_ofTheDocument_areWhatTheToolSays() throws IOException {
        Path other = file("other.ndjson", Files.readString(updates).replace("\"visits\":1", "\"visits\":2"));
        Path otherState = folder.resolve("other-state.ndjson");
        ToolRun.of("apply", "--quiet", "--now", NOW, "--save", otherState, other);
        String changed = Files.readString(log).replace("\"visits\":1", "\"visits\":2");
        Path otherLog =
                file("other-log.ndjson", SealedState.sealed(changed.substring(0, changed.indexOf("{\"$sha256\""))));

        assertThat(said(ToolRun.of("diff", state, otherState)))
                .isEqualTo(shown("diff state.ndjson other-state.ndjson"));
        assertThat(said(ToolRun.of("bisect", log, otherLog))).isEqualTo(shown("bisect log.ndjson other-log.ndjson"));
    }
}
