package io.github.profileengine.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class ValueBuilderTest {
    private static Object nested(ValueBuilder builder, int lists) {
        for (int level = 0; level < lists; level++) {
            builder.startList();
        }
        for (int level = 0; level < lists; level++) {
            builder.endList();
        }
        return builder.endObject().build();
    }

    @Test
    void builder_negativeBound_isRefused() {
        assertThatThrownBy(() -> new ValueBuilder(-1)).hasMessage("maxDepth must not be negative, but is -1");
        assertThat(new ValueBuilder(0).text("x").build()).isEqualTo("x");
        assertThatThrownBy(() -> new ValueBuilder(0).startList())
                .hasMessage("lists and objects nest over 0 levels, counted from the outermost");
    }

    @Test
    void copyOf_negativeBound_isRefused() {
        String message = "maxDepth must not be negative, but is -1";
        for (Object value : new Object[] {List.of(), "text"}) {
            assertThatThrownBy(() -> ValueBuilder.copyOf(value, -1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> ValueBuilder.copyOf("name", value, -1)).hasMessage(message);
        }
    }

    @Test
    void name_null_isRefusedWithAMessage() {
        ValueBuilder builder = new ValueBuilder(1).startObject();
        assertThatThrownBy(() -> builder.name(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the name of a property must be text, not null");
    }

    /** What {@code $append} makes of the deepest operand is one level deeper than that. */
    @Test
    void builderOfProperties_deepestValues_holdsThemAndTheirTextIsWritten() {
        Object deepest = nested(
                ValueBuilder.ofProperties(ValueBuilder.MAX_DEPTH).startObject().name("p"), 1_000);
        assertThat(CanonicalText.of(deepest)).isEqualTo("{\"p\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}");
        assertThatThrownBy(() ->
                        nested(ValueBuilder.ofProperties(5_000).startObject().name("p"), 1_001))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> nested(new ValueBuilder(5_000).startObject().name("p"), 1_000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void copyOf_numbersThatThreadsAddTo_takesTheirValue() {
        LongAdder whole = new LongAdder();
        whole.add(5);
        LongAccumulator most = new LongAccumulator(Math::max, 7);
        DoubleAdder real = new DoubleAdder();
        real.add(1.5);
        DoubleAccumulator product = new DoubleAccumulator((a, b) -> a * b, 2);

        assertThat(ValueBuilder.copyOf(whole, 0)).isEqualTo(5L);
        assertThat(ValueBuilder.copyOf(most, 0)).isEqualTo(7L);
        assertThat(ValueBuilder.copyOf(real, 0)).isEqualTo(1.5);
        assertThat(ValueBuilder.copyOf(product, 0)).isEqualTo(2L);
    }

    @Test
    void copyOf_numberThatIsNone_saysWhy() {
        assertThatThrownBy(() -> ValueBuilder.copyOf(new Half(), 0))
                .hasMessage("unsupported number class " + Half.class.getTypeName()
                        + "; pass a Long, Double, BigInteger or BigDecimal");
        assertThatThrownBy(() -> ValueBuilder.copyOf(new BigDecimal("1e999"), 0))
                .hasMessage("not a finite number within the range of a double: a java.math.BigDecimal");
    }

    @Test
    void copyOf_whatIsNoValue_saysWhatToPass() {
        assertThatThrownBy(() -> ValueBuilder.copyOf(new Date(0), 0))
                .hasMessage("not a JSON value: java.util.Date; pass null, a Boolean, Number, text, List or Map");
        assertThatThrownBy(() -> ValueBuilder.copyOf(new HashSet<>(), 1))
                .hasMessage("not a JSON value: java.util.HashSet, a collection that may have no fixed order; pass a"
                        + " List");
    }

    /** Whether a part of it is canonical already or not. */
    @Test
    void copyOf_nestedTooDeep_saysHowDeepItMay() {
        Object canonical = ValueBuilder.copyOf(List.of(List.of()), 2);
        for (Object deep : List.of(List.of(List.of()), Objects.requireNonNull(canonical))) {
            assertThat(ValueBuilder.copyOf(Map.of("a", deep), 3)).isEqualTo(Map.of("a", List.of(List.of())));
            assertThatThrownBy(() -> ValueBuilder.copyOf(Map.of("a", deep), 2))
                    .hasMessage("\"a\": lists and objects nest over 2 levels, counted from the outermost");
        }
    }

    @Test
    void builder_endThatIsNotDue_saysWhatIsMissing() {
        assertThatThrownBy(() -> new ValueBuilder(9).endObject())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("endObject() without a matching startObject()");
        assertThatThrownBy(() -> new ValueBuilder(9).startObject().name("a").endList())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("endList() without a matching startList()");
        assertThatThrownBy(() -> new ValueBuilder(9).startObject().name("a").endObject())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("endObject() after a name without a value");
    }

    @Test
    void builder_nameOrValueThatIsNotDue_saysWhatIs() {
        String inObjects = "name() is allowed only inside an object, once before each value";
        assertThatThrownBy(() -> new ValueBuilder(9).startList().name("a")).hasMessage(inObjects);
        assertThatThrownBy(() -> new ValueBuilder(9).startObject().name("a").name("b"))
                .hasMessage(inObjects);
        assertThatThrownBy(() -> new ValueBuilder(9).integer(1).integer(2))
                .hasMessage("a value is complete already; call build() first");
    }

    private static final class Half extends Number {
        private static final long serialVersionUID = 1L;

        @Override
        public int intValue() {
            return 0;
        }

        @Override
        public long longValue() {
            return 0;
        }

        @Override
        public float floatValue() {
            return 0.5f;
        }

        @Override
        public double doubleValue() {
            return 0.5;
        }
    }
}
