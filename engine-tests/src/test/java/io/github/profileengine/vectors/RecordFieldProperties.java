package io.github.profileengine.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.operation.InvalidOperandException;
import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleRecords;
import io.github.profileengine.oracle.OracleRejection;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.reducer.InvalidUpdateException;
import io.github.profileengine.wire.DecodedRecord;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.UpdateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Records with random fields, fitting and not: the reader must accept or reject them as the oracle does. */
class RecordFieldProperties {
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("$token", List.of("'p'", "'p'", "'p'", "'p'", "''", "5", "null", "[]")),
            Map.entry("$distinct_id", List.of("'u'", "'u'", "'7'", "7", "7.5", "1e3", "true", "''", "null", "{}")),
            Map.entry("$group_key", List.of("'k'", "'k'", "''", "null", "5")),
            Map.entry("$group_id", List.of("'g'", "'g'", "8", "''", "null", "[]")),
            Map.entry(
                    "$ignore_time", List.of("true", "false", "1", "0", "'1'", "'true'", "'yes'", "1.0", "null", "{}")),
            Map.entry("$ignore_alias", List.of("true", "false", "1", "2", "'1'", "'true'", "'TRUE'", "null", "[1]")),
            Map.entry("$ip", List.of("'10.0.0.1'", "'2001:db8::1'", "'0'", "0", "0.0", "5", "'here'", "null", "[]")),
            Map.entry("$latitude", List.of("1.5", "90", "-90.5", "'1'", "null")),
            Map.entry("$longitude", List.of("1.5", "-180", "181", "true", "null")),
            Map.entry("$device_id", List.of("'d'", "{}", "[]", "null")),
            Map.entry("$unknown", List.of("1", "null", "{}", "[]")),
            Map.entry("$set", List.of("{'a':1}", "{'a':1,'$ip':'10.1.0.1'}", "{}", "[]", "{'a':1,'a':2}", "5", "null")),
            Map.entry("$unset", List.of("['a']", "'a'", "[]", "{}", "[5]")),
            Map.entry("$add", List.of("{'b':1}", "{'a':'x'}", "[1]")),
            Map.entry("$delete", List.of("''", "null", "{}")));
    private static final List<String> TIMES = List.of(
            "0", "-1", "99999999999", "100000000000", "-100000000000", "1.5", "1e10", "1e30", "true", "null", "{}");
    private static final List<String> DATES =
            List.of("2024-02-29", "2023-02-29", "0000-01-01", "9999-12-31", "24-01-01", "2024-1-1", "2024-13-01");
    private static final List<String> HOURS =
            List.of("", "", "T", "T03:04:05", " 03:04:05", "T03:04", " 23:59:60", "T3:04:05", "t03:04:05", "T24:00:00");
    private static final List<String> ENDS =
            List.of("", ".5", ".123456789123", ".", "Z", "+01:00", "-2359", "+14", "+19:00", "z", " Z", "+1");

    @Property
    void record_ofAnyFields_isTakenAsTheOracleTakesIt(@ForAll Random random, @ForAll boolean strict) {
        String record = record(random);
        assertThat(read(record, strict)).as(record).isEqualTo(judged(record, strict));
    }

    @Property
    void time_ofAnyForm_isTakenAsTheOracleTakesIt(@ForAll Random random) {
        String time = time(random);
        String record = "{\"$token\":\"p\",\"$distinct_id\":\"u\",\"$set\":{},\"$time\":" + time + "}";
        assertThat(read(record, false)).as(time).isEqualTo(judged(record, false));
    }

    // Most records name a project and a profile. Otherwise hardly any would be accepted.
    private static String record(Random random) {
        List<String> members = new ArrayList<>();
        members.add(random.nextInt(9) > 0 ? "'$token':'p'" : member("$token", random));
        members.add(random.nextInt(3) > 0 ? "'$distinct_id':'u'" : member("$distinct_id", random));
        List<String> names = new ArrayList<>(VALUES.keySet());
        Collections.sort(names);
        for (int more = random.nextInt(5); more > 0; more--) {
            members.add(
                    random.nextInt(6) == 0
                            ? "'$time':" + time(random)
                            : member(names.get(random.nextInt(names.size())), random));
        }
        members.add(random.nextInt(9) > 0 ? "'$set_once':{'c':1}" : "'c':1");
        Collections.shuffle(members, random);
        return ("{" + String.join(",", members) + "}").replace('\'', '"');
    }

    private static String member(String name, Random random) {
        return "'" + name + "':" + of(VALUES.get(name), random);
    }

    private static String time(Random random) {
        return random.nextBoolean()
                ? of(TIMES, random)
                : '"' + of(DATES, random) + of(HOURS, random) + of(ENDS, random) + '"';
    }

    private static String of(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    /** The update, or the name of the rule by which it is rejected. */
    private Object read(String record, boolean strict) {
        ReaderOptions options = ReaderOptions.defaults().withStrict(strict);
        try (UpdateReader reader = UpdateReader.of(record.getBytes(StandardCharsets.UTF_8), options)) {
            DecodedRecord read = Objects.requireNonNull(reader.read());
            return read instanceof DecodedRecord.Valid valid
                    ? valid.update()
                    : ((DecodedRecord.Invalid) read).rule().ruleName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object judged(String record, boolean strict) {
        try {
            OracleUpdate update = OracleRecords.update(record, strict);
            OracleOptions options = strict ? OracleOptions.PLAIN.withStrict() : OracleOptions.PLAIN;
            OracleRejection refused = new Oracle(options).reduce(null, update).rejection();
            return refused == null ? EngineUpdates.update(update) : refused.rule();
        } catch (OracleRejection rejection) {
            return rejection.rule();
        } catch (InvalidOperandException invalid) {
            return invalid.rule().ruleName();
        } catch (InvalidUpdateException invalid) {
            return invalid.rule().ruleName();
        }
    }
}
