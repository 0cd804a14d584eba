package io.github.profileengine.wire;

import java.util.Map;

/** What the first lines and the last lines of states and logs have in common. */
final class FileFormat {

    static final String STATE = "$state";
    static final String LOG = "$log";
    static final String END = "$end";
    static final String SHA256 = "$sha256";
    static final String STATE_HASH = "state_hash";
    static final String VERSION_NAME = "version";

    static final String PRODUCT = "profile-engine";
    static final long VERSION = 1;

    private FileFormat() {}

    /** The first line of a state. */
    static Map<String, Object> stateHeader() {
        return Map.of(STATE, PRODUCT, VERSION_NAME, VERSION);
    }

    /**
     * Checks what the first line of a file declares: the kind of file, the program that wrote it, and the version of
     * the format.
     */
    static void checkHeader(LineMembers line, String kind) throws LineFault {
        String other = kind.equals(STATE) ? LOG : STATE;
        if (line.has(other)) {
            throw new LineFault("this is " + inWords(other) + ", but " + inWords(kind) + " is needed");
        } else if (!line.has(kind) || !line.text(kind).equals(PRODUCT)) {
            String due = "the first line must say \"" + kind + "\":\"" + PRODUCT + "\"";
            throw new LineFault(foreign(kind, new LineFault(due)));
        }
        long version = line.count(VERSION_NAME);
        if (version != VERSION) {
            throw new LineFault("version " + version + " of the format; this program reads version " + VERSION);
        }
    }

    /** The message for a file that is not of this kind because its first line has a fault. */
    static String foreign(String kind, LineFault fault) {
        return "not " + inWords(kind) + " of " + PRODUCT + ": " + fault.problem();
    }

    /** Fails unless the {@code $end} line declares the same count for {@code name} as was found in the file. */
    static void requireCount(LineMembers end, String name, long found) throws LineFault {
        long due = end.count(name);
        if (due != found) {
            throw new LineFault(found + " " + name + " were read, but this line says " + due);
        }
    }

    private static String inWords(String kind) {
        return kind.equals(STATE) ? "a state" : "a log";
    }
}
