package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.ProfileId;
import org.jspecify.annotations.Nullable;

/**
 * Reads which profile a record refers to. A field counts as present even if its value is null.
 *
 * <p>With {@link TargetKind#ANY}, a record with {@code $group_key} or {@code $group_id} is a group record. It needs
 * both and must not have a {@code $distinct_id}. Any other record needs a {@code $distinct_id}. With
 * {@link TargetKind#USERS}, a record must have neither group field. With {@link TargetKind#GROUPS}, every record is a
 * group record.
 */
final class TargetFields {

    private TargetFields() {}

    static ProfileId of(RecordFields fields, TargetKind kind) throws RejectedFieldException {
        String token = text(fields, Field.TOKEN, Rule.RECORD_TOKEN_MISSING, Rule.RECORD_TOKEN_NOT_TEXT);
        boolean group = fields.has(Field.GROUP_KEY) || fields.has(Field.GROUP_ID);
        if (kind == TargetKind.USERS && group) {
            throw groupFieldOnUser(fields);
        }
        return group || kind == TargetKind.GROUPS ? group(token, fields) : user(token, fields);
    }

    /** The project that a record names, even if the record has faults; null if it names none. */
    static @Nullable String token(RecordFields fields) {
        return fields.get(Field.TOKEN) instanceof String token && !token.isEmpty() ? token : null;
    }

    private static RejectedFieldException groupFieldOnUser(RecordFields fields) {
        boolean key = fields.has(Field.GROUP_KEY);
        return new RejectedFieldException(
                key ? Rule.RECORD_GROUP_KEY_ON_USER : Rule.RECORD_GROUP_ID_ON_USER,
                (key ? Field.GROUP_KEY : Field.GROUP_ID).wireName(),
                "not in a user record");
    }

    private static ProfileId user(String token, RecordFields fields) throws RejectedFieldException {
        return ProfileId.user(
                token,
                id(fields, Field.DISTINCT_ID, Rule.RECORD_DISTINCT_ID_MISSING, Rule.RECORD_DISTINCT_ID_BAD_TYPE));
    }

    private static ProfileId group(String token, RecordFields fields) throws RejectedFieldException {
        String key = text(fields, Field.GROUP_KEY, Rule.RECORD_GROUP_KEY_MISSING, Rule.RECORD_GROUP_KEY_NOT_TEXT);
        String id = id(fields, Field.GROUP_ID, Rule.RECORD_GROUP_ID_MISSING, Rule.RECORD_GROUP_ID_BAD_TYPE);
        if (fields.has(Field.DISTINCT_ID)) {
            throw new RejectedFieldException(
                    Rule.RECORD_DISTINCT_ID_ON_GROUP, Field.DISTINCT_ID.wireName(), "not in a group record");
        }
        return ProfileId.group(token, key, id);
    }

    private static String text(RecordFields fields, Field field, Rule missing, Rule notText)
            throws RejectedFieldException {
        Object value = present(fields, field, missing);
        if (value instanceof String text) {
            return text;
        }
        throw new RejectedFieldException(notText, field.wireName(), "not a text");
    }

    private static String id(RecordFields fields, Field field, Rule missing, Rule badType)
            throws RejectedFieldException {
        String id = IdText.of(present(fields, field, missing));
        if (id != null) {
            return id;
        }
        throw new RejectedFieldException(badType, field.wireName(), "not a text, integer or boolean");
    }

    private static Object present(RecordFields fields, Field field, Rule missing) throws RejectedFieldException {
        @Nullable Object value = fields.get(field);
        if (value == null || value.equals("")) {
            throw new RejectedFieldException(missing, field.wireName(), "missing or empty");
        }
        return value;
    }
}
