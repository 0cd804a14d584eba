package io.github.profileengine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AliasTableTest {
    private final AliasTable chain =
            AliasTable.EMPTY.with("p", "b", "c").with("p", "a", "b").with("q", "a", "x");

    @Test
    void resolve_chain_goesToItsEnd() {
        assertThat(chain.resolve("p", "a")).isEqualTo("c");
        assertThat(chain.resolve("p", "b")).isEqualTo("c");
        assertThat(chain.resolve("p", "c")).isEqualTo("c");
        assertThat(chain.resolve("p", "unknown")).isEqualTo("unknown");
        assertThat(chain.resolve("q", "a")).isEqualTo("x");
        assertThat(chain.resolve("r", "a")).isEqualTo("a");
        assertThat(chain.size()).isEqualTo(3);
    }

    @Test
    void resolve_null_isRefused() {
        for (AliasTable table : List.of(chain, AliasTable.EMPTY)) {
            assertThatNullPointerException()
                    .isThrownBy(() -> table.resolve(null, "a"))
                    .withMessage("token");
            assertThatNullPointerException()
                    .isThrownBy(() -> table.resolve("p", null))
                    .withMessage("id");
        }
    }

    @Test
    void resolve_chainThatGrewAtItsEnd_goesFurther() {
        assertThat(chain.with("p", "c", "d").resolve("p", "a")).isEqualTo("d");
    }

    /** Link by link, this would take minutes: each of the first aliases leads through all of the chain. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void resolve_longChain_takesFewSteps() {
        int links = 100_000;
        AliasTable table = AliasTable.EMPTY;
        for (int link = 0; link < links; link++) {
            table = table.with("p", "a" + link, "a" + (link + 1));
        }
        for (int alias = 0; alias < links; alias++) {
            table = table.with("p", "y" + alias, "a0");
        }
        AliasTable other = table.with("q", "x", "y").without("q");

        for (int alias = 0; alias < links; alias++) {
            assertThat(table.resolve("p", "a" + alias)).isEqualTo("a" + links);
            assertThat(other.resolve("p", "y" + alias)).isEqualTo("a" + links);
        }
        assertThat(table.check("p", "a" + links, "y7")).isEqualTo(AliasResult.REFUSED);
        assertThat(table.aliases().filter(alias -> alias.id().equals("a0"))).hasSize(links);
    }

    @Test
    void check_samePair_isUnchanged() {
        assertThat(chain.check("p", "a", "b")).isEqualTo(AliasResult.UNCHANGED);
        assertThat(chain.with("p", "a", "b")).isSameAs(chain);
    }

    @Test
    void check_otherMapping_isRefused() {
        assertThat(chain.check("p", "a", "c")).isEqualTo(AliasResult.REFUSED);
        assertThat(chain.with("p", "a", "c")).isSameAs(chain);
    }

    @Test
    void check_itselfOrCycle_isRefused() {
        assertThat(chain.check("p", "z", "z")).isEqualTo(AliasResult.REFUSED);
        assertThat(chain.check("p", "c", "a")).isEqualTo(AliasResult.REFUSED);
        assertThat(chain.check("p", "c", "b")).isEqualTo(AliasResult.REFUSED);
        assertThat(chain.check("q", "x", "a")).isEqualTo(AliasResult.REFUSED);
        assertThat(chain.check("r", "x", "a")).isEqualTo(AliasResult.MAPPED);
    }

    @Test
    void with_newMapping_leavesTheOldTable() {
        AliasTable longer = chain.with("p", "z", "a");
        assertThat(longer.resolve("p", "z")).isEqualTo("c");
        assertThat(chain.resolve("p", "z")).isEqualTo("z");
    }

    @Test
    void with_tenThousandMappings_findsThemAll() {
        AliasTable table = AliasTable.EMPTY;
        for (int i = 0; i < 10_000; i++) {
            table = table.with("p", "a" + i, i % 100 == 0 ? "end" : "a" + (i - 1));
        }
        assertThat(table.size()).isEqualTo(10_000);
        for (int i = 0; i < 10_000; i++) {
            assertThat(table.resolve("p", "a" + i)).isEqualTo("end");
        }
    }

    @Test
    void without_project_forgetsItsAliasesOnly() {
        assertThat(chain.without("p").resolve("p", "a")).isEqualTo("a");
        assertThat(chain.without("p").resolve("q", "a")).isEqualTo("x");
        assertThat(chain.without("r")).isSameAs(chain);
    }

    @Test
    void without_onlyProject_givesTheEmptyTable() {
        AliasTable one = AliasTable.EMPTY.with("p", "a", "b");
        assertThat(one.without("p")).isSameAs(AliasTable.EMPTY);
        assertThat(chain.without("p").size()).isEqualTo(1);
        assertThat(AliasTable.EMPTY.resolve("p", "a")).isEqualTo("a");
    }
}
