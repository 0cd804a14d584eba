package io.github.profileengine.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.store.ProfileEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardCountTest {

    @ParameterizedTest
    @CsvSource({"1, 16", "2, 32", "3, 64", "4, 64", "5, 128", "63, 1024", "64, 1024", "65, 1024", "2147483647, 1024"})
    void of_processors_isPowerOfTwoWithSixteenForEachOrTheMost(int processors, int shards) {
        assertThat(ShardCount.of(processors)).isEqualTo(shards);
    }

    @Test
    void usual_engineAndSnapshotThatIsBuilt_haveItBoth() {
        assertThat(ProfileEngine.builder().build().snapshot().shards()).hasSize(ShardCount.USUAL);
        assertThat(Snapshot.builder().build().shards()).hasSize(ShardCount.USUAL);
    }
}
