package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fields of a record. Quotes are written as apostrophes. For user records, the other fields come before
 * {@code $set}.
 */
class RecordJudgeTest {

    private static final ReaderOptions STRICT = ReaderOptions.defaults().withStrict(true);

    private static DecodedRecord read(String record, ReaderOptions options) {
        return Records.one(record.replace('\'', '"'), options);
    }

    private static Update update(String record) {
        return ((DecodedRecord.Valid) read(record, ReaderOptions.defaults())).update();
    }

    private static Update withFields(String fields) {
        return update("{'$token':'t','$distinct_id':'u'," + fields + ",'$set':{'a':1}}");
    }

    private static DecodedRecord.Invalid invalid(String record) {
        return (DecodedRecord.Invalid) read(record, ReaderOptions.defaults());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'7'; 7",
                "7; 7",
                "7.0; 7",
                "-7e0; -7",
                "9223372036854775807; 9223372036854775807",
                "true; true",
                "false; false",
                "' '; ` `",
                "'\\u00e9'; \u00e9",
            })
    void read_distinctId_becomesText(String json, String id) {
        assertThat(update("{'$token':'t','$distinct_id':" + json + ",'$set':{}}")
                        .target())
                .isEqualTo(ProfileId.user("t", id));
        assertThat(update("{'$token':'t','$group_key':'k','$group_id':" + json + ",'$set':{}}")
                        .target())
                .isEqualTo(ProfileId.group("t", "k", id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; RECORD_TOKEN_MISSING; $token, missing or empty",
                "{'$token':null}; RECORD_TOKEN_MISSING; $token, missing or empty",
                "{'$token':''}; RECORD_TOKEN_MISSING; $token, missing or empty",
                "{'$token':5}; RECORD_TOKEN_NOT_TEXT; $token, not a text",
                "{'$token':{}}; RECORD_TOKEN_NOT_TEXT; $token, not a text",
                "{'$Token':'t'}; RECORD_TOKEN_MISSING; $token, missing or empty",
                "{'$token':'t'}; RECORD_DISTINCT_ID_MISSING; $distinct_id, missing or empty",
                "{'$token':'t','$distinct_id':''}; RECORD_DISTINCT_ID_MISSING; $distinct_id, missing or empty",
                "{'$token':'t','$distinct_id':1.5}; RECORD_DISTINCT_ID_BAD_TYPE; ",
                "{'$token':'t','$distinct_id':9223372036854775808}; RECORD_DISTINCT_ID_BAD_TYPE; ",
                "{'$token':'t','$distinct_id':['a']}; RECORD_DISTINCT_ID_BAD_TYPE; ",
                "{'$token':'t','$distinct_id':{}}; RECORD_DISTINCT_ID_BAD_TYPE; ",
                "{'$token':'t','$group_key':'k'}; RECORD_GROUP_ID_MISSING; $group_id, missing or empty",
                "{'$token':'t','$group_id':'i'}; RECORD_GROUP_KEY_MISSING; $group_key, missing or empty",
                "{'$token':'t','$distinct_id':'u','$group_id':null}; RECORD_GROUP_KEY_MISSING; ",
                "{'$token':'t','$group_key':5,'$group_id':'i'}; RECORD_GROUP_KEY_NOT_TEXT; $group_key, not a text",
                "{'$token':'t','$group_key':'k','$group_id':1.5}; RECORD_GROUP_ID_BAD_TYPE; ",
                "{'$token':'t','$group_key':'k','$group_id':'i','$distinct_id':null,'$set':{}}; "
                        + "RECORD_DISTINCT_ID_ON_GROUP; ",
                "{'$token':'t','$distinct_id':'u','$time':true}; RECORD_TIME_BAD; ",
                "{'$token':'t','$distinct_id':'u','$x':{},'$set':5}; RECORD_OPERATOR_UNKNOWN; $x, unknown operator",
                "{'$token':'t','$distinct_id':'u','$x':[],'$time':[]}; RECORD_TIME_BAD; ",
                "{'$token':'t','$distinct_id':'u','$y':1,'$b':{},'$a':{}}; RECORD_OPERATOR_UNKNOWN; "
                        + "$b, unknown operator",
                "{'$token':'t','$distinct_id':'u','$x':1,'a':{'$set':{}}}; RECORD_OPERATOR_MISSING; "
                        + "operator, missing or empty",
                "{'$token':'t','$group_key':'k','$group_id':'i','$set':5,'$add':{}}; "
                        + "RECORD_OPERATOR_NOT_FOR_GROUPS; $add, not allowed on groups",
                "{'$token':'t','$group_key':'k','$group_id':'i','$append':{}}; RECORD_OPERATOR_NOT_FOR_GROUPS; ",
                "{'$token':'t','$group_key':'k','$group_id':'i','$merge':{}}; RECORD_OPERATOR_NOT_FOR_GROUPS; ",
                "{'$token':'t','$distinct_id':'u','$unset':{},'$add':5,'$set':[1]}; "
                        + "RECORD_OPERAND_BAD_TYPE; $set, not an object",
                "{'$token':'t','$distinct_id':'u','$set':null}; RECORD_OPERAND_BAD_TYPE; $set, not an object",
                "{'$token':'t','$distinct_id':'u','$unset':['a',1]}; RECORD_OPERAND_BAD_TYPE; ",
            })
    void read_faultyField_namesTheFirst(String record, Rule rule, String message) {
        DecodedRecord.Invalid invalid = invalid(record);
        assertThat(invalid.rule()).isEqualTo(rule);
        assertThat(invalid.message()).startsWith(invalid.field() + ", ");
        if (message != null) {
            assertThat(invalid.message()).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'$distinct_id':'u'; ; RECORD_GROUP_KEY_MISSING",
                "'$distinct_id':'u','$group_key':null; RECORD_GROUP_KEY_ON_USER; RECORD_GROUP_KEY_MISSING",
                "'$distinct_id':'u','$group_id':'i'; RECORD_GROUP_ID_ON_USER; RECORD_GROUP_KEY_MISSING",
                "'$group_key':'k','$group_id':'i'; RECORD_GROUP_KEY_ON_USER; ",
                "'$group_key':'k'; RECORD_GROUP_KEY_ON_USER; RECORD_GROUP_ID_MISSING",
                "'$group_key':'k','$group_id':'i','$distinct_id':'u'; RECORD_GROUP_KEY_ON_USER; "
                        + "RECORD_DISTINCT_ID_ON_GROUP",
                "'x':1; RECORD_DISTINCT_ID_MISSING; RECORD_GROUP_KEY_MISSING",
            })
    void read_whereOneKindIsMeant_failsTheOther(String target, Rule ofUsers, Rule ofGroups) {
        String record = "{'$token':'t','$set':{}," + target + "}";
        assertThat(rule(read(record, ReaderOptions.defaults().withTarget(TargetKind.USERS))))
                .isEqualTo(ofUsers);
        assertThat(rule(read(record, ReaderOptions.defaults().withTarget(TargetKind.GROUPS))))
                .isEqualTo(ofGroups);
    }

    @Test
    void read_groupFieldsWhereUsersAreMeant_namesTheFirst() {
        DecodedRecord record = read(
                "{'$token':'t','$group_id':'i','$group_key':'k','$set':{}}",
                ReaderOptions.defaults().withTarget(TargetKind.USERS));
        assertThat(Records.told(record)).isEqualTo("$group_key, not in a user record");
    }

    private static Rule rule(DecodedRecord record) {
        return record instanceof DecodedRecord.Invalid invalid ? invalid.rule() : null;
    }

    @Test
    void read_failure_namesTheProfileOrProjectThatIsKnown() {
        assertThat(invalid("{'$token':'t','$distinct_id':'u'}").target()).isEqualTo(ProfileId.user("t", "u"));
        assertThat(invalid("{'$token':'t'}").target()).isNull();
        assertThat(invalid("{'$set':{},'$token':'t'}").token()).isEqualTo("t");
        assertThat(invalid("{'$token':'t','$distinct_id':'u','$set':5}").token())
                .isEqualTo("t");
        assertThat(invalid("{'$token':'','$set':{}}").token()).isNull();
        assertThat(invalid("{'$token':5,'$set':{}}").token()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "true; true",
                "1; true",
                "1.0; true",
                "'1'; true",
                "'true'; true",
                "false; false",
                "'false'; false",
                "0; false",
                "2; false",
                "'yes'; false",
                "'TRUE'; false",
                "[1]; false",
                "{}; false",
                "null; false",
            })
    void read_flag_isTruthyOrNot(String json, boolean set) {
        assertThat(withFields("'$ignore_time':" + json).ignoreTime()).isEqualTo(set);
        assertThat(withFields("'$ignore_alias':" + json).ignoreAlias()).isEqualTo(set);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'$ip':'8.8.8.8'; 8.8.8.8",
                "'$ip':'::1'; ::1",
                "'$ip':0; 0",
                "'$ip':0.0; 0",
                "'$ip':'0'; 0",
                "'$ip':1; ``",
                "'$ip':'x'; ``",
                "'$ip':null; ``",
                "'$ip':['8.8.8.8']; ``",
                "'$ip':'x','$set_once':{'$ip':'1.1.1.1'}; 1.1.1.1",
            })
    void read_ip_isAnAddressOrNone(String fields, String ip) {
        assertThat(withFields(fields).ip().orElse("")).isEqualTo(ip);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "90; -180; true",
                "-90.0; 180; true",
                "90.1; 0; false",
                "0; 180.5; false",
                "'0'; 0; false",
                "null; 0; false",
                "[]; 0; false"
            })
    void read_coordinates_countInRangeOnly(String latitude, String longitude, boolean there) {
        assertThat(withFields("'$latitude':" + latitude + ",'$longitude':" + longitude)
                        .coordinates()
                        .isPresent())
                .isEqualTo(there);
        assertThat(withFields("'$latitude':1").coordinates()).isEmpty();
    }

    @Test
    void read_namesWithoutMeaning_areAccepted() {
        Update plain = withFields("'x':1");
        assertThat(withFields("'$device_id':{'a':1},'$user_id':[],'$had_persisted_distinct_id':true,'$mp_metadata':{}"))
                .isEqualTo(plain);
        assertThat(withFields("'$other':'x','other':{'$set':{}}")).isEqualTo(plain);
    }

    @Test
    void read_severalOperators_comeInTheirOrder() {
        Update update = update("{'$unset':'x','$delete':{'a':[]},'$add':{},'$set':{'b':{'d':2,'c':1}},"
                + "'$token':'t','$distinct_id':'u'}");
        assertThat(update.operations())
                .extracting(operation -> operation.operator())
                .containsExactly(Operator.SET, Operator.ADD, Operator.UNSET, Operator.DELETE);
        assertThat(update.operations().get(0).operand()).isEqualTo(Map.of("b", Map.of("c", 1L, "d", 2L)));
    }

    @Test
    void read_repeatedName_lastCountsAtEveryLevel() {
        Update update = update("{'$token':5,'$token':'t','$distinct_id':'x','$distinct_id':'u','$set':7,"
                + "'$set':{'a':{'b':1,'b':2},'a':{'c':1,'c':3}},'$x':{},'$x':1}");
        assertThat(update.target()).isEqualTo(ProfileId.user("t", "u"));
        assertThat(update.operations().get(0).operand()).isEqualTo(Map.of("a", Map.of("c", 3L)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'$token':'t','$distinct_id':'u','$set':{'a':1,'a':1}}; RECORD_JSON_REPEATED_NAME",
                "{'$token':'t','$distinct_id':'u','$distinct_id':'u','$set':{}}; RECORD_JSON_REPEATED_NAME",
                "{'$token':'t','$distinct_id':'u','$mp_metadata':[{'a':1},{'b':1,'b':{}}],"
                        + "'$set':{}}; RECORD_JSON_REPEATED_NAME",
                "{'$token':'t','$distinct_id':'anon','$set':{'a':1,'a':1}}; RECORD_DISTINCT_ID_JUNK",
                "{'$token':'t','$distinct_id':0,'$set':{}}; RECORD_DISTINCT_ID_JUNK",
                "{'$token':'t','$distinct_id':'u','$add':{'a':'1'}}; RECORD_OPERAND_NOT_NUMBER",
                "{'$token':'t','$distinct_id':'u','$unset':'a'}; RECORD_OPERAND_BARE_TEXT",
                "{'$token':'t','$distinct_id':'u','$set':{'a':1},'$add':{'a':1}}; RECORD_OPERAND_CONFLICT",
                "{'$token':'t','$distinct_id':'u','$set':{'x':{'a':1},'a':2}}; ",
                "{'$token':'t','$distinct_id':'u','$set':{'a':[{'a':1},{'a':1}]},'$set_once':{'b':{'a':2}}}; ",
            })
    void read_strictly_failsWhatIsOdd(String record, Rule rule) {
        assertThat(read(record, ReaderOptions.defaults())).isInstanceOf(DecodedRecord.Valid.class);
        assertThat(rule(read(record, STRICT))).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; 1",
                "1.0; 1",
                "1e0; 1",
                "-0; 0",
                "-0.0; 0",
                "9223372036854775807; 9223372036854775807",
                "9223372036854775808; 9.223372036854775807E18",
                "-9223372036854775809; -9223372036854775808",
                "9007199254740993; 9007199254740993",
                "9007199254740993.0; 9007199254740992",
                "0.1; 0.1",
                "1e400e; ",
                "100000000000000000000; 1.0E20",
                "2.2250738585072011e-308; 2.225073858507201E-308",
            })
    void read_number_isCanonical(String json, String value) {
        if (value != null) {
            Update update = withFields("'$append':{'n':" + json + "}");
            Object number = ((Map<?, ?>) update.operations().get(1).operand()).get("n");
            Object wanted = value.matches("-?[0-9]+") ? (Object) Long.valueOf(value) : Double.valueOf(value);
            assertThat(number).isEqualTo(wanted);
        } else {
            assertThat(Records.told(List.of(Records.one(json)))).allMatch(text -> text.contains("(line 1"));
        }
    }
}
