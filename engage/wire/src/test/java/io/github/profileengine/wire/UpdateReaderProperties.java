package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The records are the same in whatever portions the bytes come, and in whatever way they are read. */
class UpdateReaderProperties {

    private static final ReaderOptions OPTIONS = ReaderOptions.defaults()
            .withMaxRecordBytes(80)
            .withMaxNesting(4)
            .withMaxNumberCharacters(5)
            .withMaxTextBytes(400)
            .withStrict(true);

    @Property
    void read_anyInput_givesWhatTheCarefulWayGives(
            @ForAll("inputs") String input, @ForAll @IntRange(min = 1, max = 100) int bytesAtOnce) throws IOException {
        byte[] bytes = Records.utf8(input);
        List<DecodedRecord> careful = carefully(bytes);
        assertThat(Records.of(bytes, OPTIONS)).isEqualTo(careful);
        assertThat(Records.all(UpdateReader.of(Records.trickle(bytes, bytesAtOnce), OPTIONS)))
                .isEqualTo(careful);
    }

    private static List<DecodedRecord> carefully(byte[] bytes) {
        InputWindow window = new InputWindow(bytes);
        TextFramer framer = new TextFramer(window, OPTIONS.maxTextBytes());
        TextDecoder<DecodedRecord> decoder =
                new TextDecoder<>(OPTIONS, new RecordReader(OPTIONS), new ParserSource(OPTIONS.maxNesting()));
        List<DecodedRecord> records = new ArrayList<>();
        for (TextFramer.Found found = framer.next(); found != TextFramer.Found.END; found = framer.next()) {
            if (found == TextFramer.Found.MALFORMED) {
                records.add(RecordReader.malformed(records.size(), framer.malformed()));
                continue;
            }
            decoder.open(bytes, (int) framer.textStart(), (int) framer.textEnd());
            for (DecodedRecord record = decoder.next(records.size());
                    record != null;
                    record = decoder.next(records.size())) {
                records.add(record);
            }
        }
        return records;
    }

    @Provide
    Arbitrary<String> inputs() {
        Arbitrary<String> records = Arbitraries.of(
                update("'$set':{'a':1}"),
                update("'$set':{'a':1}"),
                update("'$add':{'n':1.5},'$unset':['x']"),
                update("'$set':{'a':[[1]]}"),
                update("'$set':{'a':[[[1]]]}"),
                update("'$set':{'a':123456}"),
                update("'$set':{'a':1e999}"),
                update("'$set':{'\\ud800':1}"),
                update("'$set':{'a':'\\ud800'}"),
                update("'$set':{'a':1,'a':2}"),
                update("'$set':{'a':'" + "x".repeat(60) + "'}"),
                "{'$token':'t'}",
                "{}",
                "5",
                "[[[[[[1]]]]]]",
                "{'a':",
                "x");
        Arbitrary<String> joints =
                Arbitraries.of("\n", "\n", "\n", "\r\n", ",", ",", "[", "]", "\n[\n", "\n]\n", " ", "\n\n");
        return Combinators.combine(records, joints)
                .as(String::concat)
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts).replace('\'', '"'));
    }

    private static String update(String operators) {
        return "{'$token':'t','$distinct_id':'u'," + operators + "}";
    }
}
