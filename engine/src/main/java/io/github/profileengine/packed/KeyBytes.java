package io.github.profileengine.packed;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.Name;
import org.jspecify.annotations.Nullable;

/**
 * A profile's id within its project, as bytes: one byte for how the texts are encoded; for a group, the length of its
 * key and the key; then the id.
 */
final class KeyBytes {
    private static final int UTF8_ID = 1;
    private static final int GROUP = 2;
    private static final int UTF8_GROUP = 4;

    private KeyBytes() {}

    private static @Nullable String group(ProfileId id) {
        return id.isGroup() ? id.groupKey().orElse(null) : null;
    }

    /** At least as many bytes as a key takes. */
    static int most(ProfileId id) {
        String group = group(id);
        int ofGroup = group == null ? 0 : Integer.BYTES + 1 + TextBytes.most(group.length());
        return 1 + Math.addExact(ofGroup, TextBytes.most(id.id().length()));
    }

    /** Writes a key; returns the position after it. */
    static int write(byte[] to, int from, ProfileId id) {
        String group = group(id);
        int kind = TextBytes.isLatin(id.id()) ? 0 : UTF8_ID;
        int at = from + 1;
        if (group != null) {
            boolean latin = TextBytes.isLatin(group);
            kind |= GROUP | (latin ? 0 : UTF8_GROUP);
            int end = write(to, at, group, latin);
            // Written again after its length, which is known only now.
            int length = end - at;
            at = write(to, Bytes.putVariable(to, at, length), group, latin);
        }
        to[from] = (byte) kind;
        return write(to, at, id.id(), (kind & UTF8_ID) == 0);
    }

    private static int write(byte[] to, int at, String text, boolean latin) {
        return latin ? TextBytes.writeLatin(to, at, text) : TextBytes.writeUtf8(to, at, text);
    }

    /** Whether the key at {@code from} to {@code to} is that of an id in this project. */
    static boolean isOf(byte[] bytes, int from, int to, ProfileId id) {
        int kind = bytes[from];
        int at = from + 1;
        String group = group(id);
        if ((kind & GROUP) == 0) {
            return group == null && isSame(bytes, at, to, id.id(), kind & UTF8_ID);
        }
        int length = Bytes.variable(bytes, at);
        at += Bytes.variableLength(length);
        return group != null
                && isSame(bytes, at, at + length, group, kind & UTF8_GROUP)
                && isSame(bytes, at + length, to, id.id(), kind & UTF8_ID);
    }

    private static boolean isSame(byte[] bytes, int from, int to, String text, int utf8) {
        return utf8 == 0 ? TextBytes.isSameLatin(bytes, from, to, text) : TextBytes.isSameUtf8(bytes, from, to, text);
    }

    /** The id in a project whose key is at {@code from} to {@code to}. */
    static ProfileId read(byte[] bytes, int from, int to, Name token) {
        int kind = bytes[from];
        int at = from + 1;
        if ((kind & GROUP) == 0) {
            return ProfileId.user(token.text(), text(bytes, at, to, kind & UTF8_ID));
        }
        int length = Bytes.variable(bytes, at);
        at += Bytes.variableLength(length);
        String group = text(bytes, at, at + length, kind & UTF8_GROUP);
        return ProfileId.group(token.text(), group, text(bytes, at + length, to, kind & UTF8_ID));
    }

    private static String text(byte[] bytes, int from, int to, int utf8) {
        return utf8 == 0 ? TextBytes.latin(bytes, from, to) : TextBytes.utf8(bytes, from, to);
    }
}
