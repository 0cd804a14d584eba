package io.github.profileengine.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.profileengine.wire.DecodedRecord;
import io.github.profileengine.wire.DecodedText;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.UpdateText;
import io.github.profileengine.wire.request.DecodedRequest;
import java.util.List;

class RequestDecoderFuzzTest {
    private static final ReaderOptions LENIENT =
            ReaderOptions.defaults().withMaxRecordsPerText(ReaderOptions.RECORDS_PER_REQUEST);

    @FuzzTest(maxDuration = "200s")
    void decode(byte[] request) {
        DecodedRequest decoded = new RawRequest(request).decoded();
        if (decoded.fault().isPresent()) {
            assertFalse(decoded.fault().get().message().isEmpty());
            assertEquals(0, decoded.json().length);
            return;
        }
        byte[] json = decoded.json();
        if (json[0] == '{' || json[0] == '[') {
            // Decoding the unpacked JSON again must not change it.
            assertArrayEquals(json, RawRequest.ofBody(json).json());
        }
        List<DecodedRecord> lenient = records(json, LENIENT);
        List<DecodedRecord> strict = records(json, LENIENT.withStrict(true));
        assertEquals(lenient.size(), strict.size());
        for (int index = 0; index < lenient.size(); index++) {
            assertEquals(index, lenient.get(index).index());
            // Lenient reading must accept everything that strict reading accepts.
            assertFalse(strict.get(index) instanceof DecodedRecord.Valid
                    && lenient.get(index) instanceof DecodedRecord.Invalid);
        }
    }

    private static List<DecodedRecord> records(byte[] json, ReaderOptions options) {
        return UpdateText.read(json, options) instanceof DecodedText.Records found ? found.records() : List.of();
    }
}
