package io.github.profileengine.wire.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.wire.ReaderOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes are written as apostrophes. */
class EventReaderTest {

    private static final String GOOD = "{'event':'E','properties':{'token':'t'}}";

    private static DecodedEvents read(String json, String userName) {
        return EventReader.ofRequests().read(Packing.utf8(json.replace('\'', '"')), userName);
    }

    private static List<DecodedEvent> events(String json) {
        return ((DecodedEvents.Events) read(json, null)).events();
    }

    private static DecodedEvent.Valid valid(String name, String properties) {
        return (DecodedEvent.Valid) events("{'event':'" + name + "','properties':{'token':'t'," + properties + "}}")
                .get(0);
    }

    @Test
    void read_event_keepsItsProperties() {
        assertThat(events("{'event':'Sign Up','properties':{'token':'t','distinct_id':7.0,'a':[1,null]},'x':1}"))
                .containsExactly(new DecodedEvent.Valid(
                        0,
                        "Sign Up",
                        "t",
                        "7",
                        Map.of("token", "t", "distinct_id", 7L, "a", Arrays.asList(1L, null)),
                        List.of()));
    }

    /** As for a record; with lenient rules, the last one counts. */
    @Test
    void read_repeatedName_failsUnderStrictRulesOnly() {
        String faulty = "{'event':'E','properties':{'token':'t','$insert_id':'i','a':{'b':1,'b':2}}}";
        String json = ("[" + faulty + "," + GOOD + "]").replace('\'', '"');
        ReaderOptions strict = ReaderOptions.defaults().withStrict(true);

        assertThat(((DecodedEvents.Events) new EventReader(strict).read(Packing.utf8(json), null)).events())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo(new DecodedEvent.Invalid(
                                        0, "json", "json, a name repeated inside one object", "t", "i")),
                        second -> assertThat(second).isInstanceOf(DecodedEvent.Valid.class));
        assertThat(events(json)).allMatch(DecodedEvent.Valid.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "5; json; json, not an object",
                "[]; json; json, not an object",
                "null; json; json, not an object",
                "{}; event; event, missing",
                "{'event':null}; event; event, missing",
                "{'event':''}; event; event, missing",
                "{'event':5}; event; event, not a text",
                "{'event':'E'}; token; token, missing or empty",
                "{'event':'E','properties':[]}; token; token, missing or empty",
                "{'event':'E','token':'t'}; token; token, missing or empty",
                "{'event':'E','properties':5}; properties; properties, not an object",
                "{'event':'E','properties':[1]}; properties; properties, not an object",
                "{'event':'E','properties':{'token':null}}; token; token, missing or empty",
                "{'event':'E','properties':{'token':''}}; token; token, missing or empty",
                "{'event':'E','properties':{'token':5}}; token; token, not a text",
                "{'event':'E','properties':{'token':'t','a':1e999}}; json; "
                        + "json, a number beyond the range of a double",
                "{'event':'E','properties':{'token':'t','a':'\\ud800'}}; json; "
                        + "json, a text with an unpaired surrogate",
                "{'event':'E','properties':{'token':'t','\\ud800':1}}; json; "
                        + "json, a text with an unpaired surrogate",
            })
    void read_faultyEvent_failsAlone(String event, String field, String message) {
        assertThat(events("[" + GOOD + "," + event + "," + GOOD + "]"))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(DecodedEvent.Valid.class),
                        second -> assertThat(second)
                                .isInstanceOfSatisfying(
                                        DecodedEvent.Invalid.class,
                                        invalid -> assertThat(invalid)
                                                .returns(1L, DecodedEvent.Invalid::index)
                                                .returns(field, DecodedEvent.Invalid::field)
                                                .returns(message, DecodedEvent.Invalid::message)),
                        third -> assertThat(third.index()).isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "E; 'distinct_id':1.5; distinct_id; not a text, integer or boolean",
                "E; 'distinct_id':{}; distinct_id; not a text, integer or boolean",
                "$create_alias; 'distinct_id':'u'; alias; missing or empty",
                "$create_alias; 'alias':'a','distinct_id':''; distinct_id; missing or empty",
                "$create_alias; 'alias':[],'distinct_id':'u'; alias; not a text, integer or boolean",
                "$identify; 'distinct_id':'u'; $anon_distinct_id; missing or empty",
                "$identify; '$anon_id':'a','distinct_id':'u'; $identified_id; missing or empty",
                "$identify; '$identified_id':'u','$anon_distinct_id':'a'; $anon_id; missing or empty",
                "$merge; 'x':1; $distinct_ids; missing or empty",
                "$merge; '$distinct_ids':[]; $distinct_ids; missing or empty",
                "$merge; '$distinct_ids':'u'; $distinct_ids; not a list",
                "$merge; '$distinct_ids':['a',null]; $distinct_ids; missing or empty",
                "$merge; '$distinct_ids':[['a'],'b']; $distinct_ids; not a text, integer or boolean",
            })
    void read_badId_failsTheEvent(String name, String properties, String field, String problem) {
        String event = "{'event':'" + name + "','properties':{'token':'t'," + properties + "}}";
        assertThat(events(event))
                .containsExactly(new DecodedEvent.Invalid(0, field, field + ", " + problem, "t", null));
    }

    /** Of all properties that hold ids the one at fault, however many others the event has. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "E; 'distinct_id':'null','alias':'anon'; distinct_id; null",
                "$create_alias; 'alias':'anon','distinct_id':'u'; alias; anon",
                "$create_alias; 'alias':'a','distinct_id':0; distinct_id; 0",
                "$identify; '$anon_id':'undefined','$identified_id':'u'; $anon_id; undefined",
                "$identify; '$anon_id':'a','$identified_id':'none'; $identified_id; none",
                "$identify; '$anon_distinct_id':'nil','distinct_id':'u'; $anon_distinct_id; nil",
                "$identify; '$anon_distinct_id':'a','distinct_id':true; distinct_id; true",
                "$merge; '$distinct_ids':['a','unknown']; $distinct_ids; unknown",
                "$merge; '$distinct_ids':['unknown','a']; $distinct_ids; unknown",
            })
    void read_placeholderUnderStrictRules_failsTheEventNamingItsField(
            String name, String properties, String field, String id) {
        String json = "{'event':'" + name + "','properties':{'token':'t'," + properties + "}}";
        EventReader strict = new EventReader(ReaderOptions.defaults().withStrict(true));

        assertThat(strict.read(Packing.utf8(json.replace('\'', '"')), null))
                .isEqualTo(new DecodedEvents.Events(List.of(new DecodedEvent.Invalid(
                        0, field, field + ", a placeholder and not an id: " + id, "t", null))));
        assertThat(events(json)).allMatch(DecodedEvent.Valid.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'properties':{'token':'own'}; own",
                "'properties':{'token':''}; basic",
                "'properties':{'token':5}; ",
                "'properties':5; basic",
            })
    void read_eventWithoutName_stillNamesTheProject(String members, String token) {
        assertThat(((DecodedEvents.Events) read("{" + members + "}", "basic")).events())
                .containsExactly(new DecodedEvent.Invalid(0, "event", "event, missing", token, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "$create_alias; 'alias':'a','distinct_id':'u'; a->u",
                "$create_alias; 'alias':5,'distinct_id':true; 5->true",
                "$identify; '$anon_id':'a','$identified_id':'u'; a->u",
                "$identify; '$anon_id':'a','$identified_id':'u','$anon_distinct_id':'x','distinct_id':'y'; a->u",
                "$identify; '$anon_id':null,'$anon_distinct_id':'$device:x','distinct_id':'y'; $device:x->y",
                "$merge; '$distinct_ids':['a','b','c']; b->a c->a",
                "$merge; '$distinct_ids':['a']; ``",
                "$Merge; '$distinct_ids':['a','b']; ``",
                "E; 'alias':'a','distinct_id':'u'; ``",
            })
    void read_identityEvent_givesAliasCalls(String name, String properties, String calls) {
        List<Alias> aliases = valid(name, properties).aliases();
        assertThat(aliases).allMatch(alias -> alias.token().equals("t"));
        assertThat(aliases.stream().map(alias -> alias.alias() + "->" + alias.id()))
                .containsExactly(calls.isEmpty() ? new String[0] : calls.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'distinct_id':null", "'distinct_id':''", "'$device_id':'d'"})
    void read_ordinaryEventOfNobody_isValid(String properties) {
        assertThat(valid("E", properties).distinctId()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {"'x':1; basic", "'token':null; basic", "'token':''; basic", "'token':'own'; own"})
    void read_withBasicUser_usesItWhereNoTokenIs(String properties, String token) {
        DecodedEvents events = read("{'event':'E','properties':{" + properties + "}}", "basic");
        assertThat(((DecodedEvents.Events) events).events())
                .first()
                .isInstanceOfSatisfying(
                        DecodedEvent.Valid.class,
                        event -> assertThat(event.token()).isEqualTo(token));
    }

    @Test
    void read_emptyBasicUser_isNoToken() {
        assertThat(read("{'event':'E'}", ""))
                .isEqualTo(new DecodedEvents.Events(
                        List.of(new DecodedEvent.Invalid(0, "token", "token, missing or empty"))));
    }

    @Test
    void read_textThatIsNoJson_failsAsAWhole() {
        assertThat(read("[" + GOOD + ",", null))
                .isEqualTo(new DecodedEvents.Failed(
                        "json, the input ends inside a list (line 1, column " + (GOOD.length() + 3) + ")"));
    }

    @Test
    void readLines_badLine_failsAlone() {
        String lines = GOOD + "\r\n\n{'event':\n" + GOOD + "\n[" + GOOD + "," + GOOD + "]\n5";
        DecodedEvents read = EventReader.ofRequests().readLines(Packing.utf8(lines.replace('\'', '"')), "basic");
        assertThat(((DecodedEvents.Events) read).events())
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(DecodedEvent.Valid.class),
                        second -> assertThat(second)
                                .isInstanceOfSatisfying(
                                        DecodedEvent.Invalid.class,
                                        invalid -> assertThat(invalid)
                                                .returns(1L, DecodedEvent.Invalid::index)
                                                .returns("json", DecodedEvent.Invalid::field)
                                                .extracting(
                                                        DecodedEvent.Invalid::message, InstanceOfAssertFactories.STRING)
                                                .contains("line 3")),
                        third -> assertThat(third.index()).isEqualTo(2),
                        fourth -> assertThat(fourth.index()).isEqualTo(3),
                        fifth -> assertThat(fifth).isInstanceOf(DecodedEvent.Valid.class),
                        sixth -> assertThat(sixth)
                                .isEqualTo(new DecodedEvent.Invalid(5, "json", "json, not an object")));
    }

    @Test
    void readLines_twoThousandEvents_areTheMost() {
        EventReader reader = EventReader.ofRequests();
        byte[] most = Packing.utf8((GOOD + "\n").repeat(2_000).replace('\'', '"'));
        assertThat(((DecodedEvents.Events) reader.readLines(most, null)).events())
                .hasSize(2_000);
        byte[] oneLine = Packing.utf8(("[" + GOOD + ("," + GOOD).repeat(2_000) + "]").replace('\'', '"'));
        assertThat(reader.readLines(oneLine, null))
                .isEqualTo(new DecodedEvents.Failed("json, lines of over 2000 records"));
        byte[] more = Packing.utf8((GOOD + "\n").repeat(2_001).replace('\'', '"'));
        assertThat(reader.readLines(more, null))
                .isEqualTo(new DecodedEvents.Failed("json, lines of over 2000 records"));
        assertThat(reader.readLines(new byte[0], null)).isEqualTo(new DecodedEvents.Events(List.of()));
    }

    @Test
    void read_twoThousandEvents_areTheMost() {
        String most = "[" + GOOD + ("," + GOOD).repeat(1999);
        assertThat(events(most + "]")).hasSize(2000);
        assertThat(read(most + "," + GOOD + "]", null))
                .isEqualTo(new DecodedEvents.Failed("json, a list of over 2000 records (line 1, column 1)"));
    }

    @Test
    void read_eventBeyondABound_failsAlone() {
        EventReader reader =
                new EventReader(ReaderOptions.defaults().withMaxNesting(3).withMaxRecordBytes(60));
        String events = "[{'event':'E','properties':{'token':'t','a':[]}},"
                + "{'event':'E','properties':{'token':'t','a':[[]]}},"
                + "{'event':'E','properties':{'token':'t','aaaaaaaaaaaaaaaaaaa':1}}]";
        DecodedEvents read = reader.read(Packing.utf8(events.replace('\'', '"')), null);
        assertThat(((DecodedEvents.Events) read).events())
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(DecodedEvent.Valid.class),
                        second -> assertThat(second)
                                .isEqualTo(new DecodedEvent.Invalid(1, "json", "json, nested over 3 levels")),
                        third -> assertThat(third)
                                .isEqualTo(new DecodedEvent.Invalid(2, "json", "json, a record of over 60 bytes")));
    }
}
