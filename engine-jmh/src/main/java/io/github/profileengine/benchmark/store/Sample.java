package io.github.profileengine.benchmark.store;

import io.github.profileengine.benchmark.apply.SampleUpdates;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.wire.JsonText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The real sample as edits to copy from. Their texts are arrays of characters, from which each copy makes new texts.
 *
 * @param authors one edit for each author; it sets all that the sample's updates leave in the profile, without the
 *     automatic times
 * @param edits the updates
 */
record Sample(List<Edit> authors, List<Edit> edits) {
    static Sample read() {
        List<Edit> edits = new ArrayList<>();
        for (String line : SampleUpdates.lines()) {
            edits.add(edit(line));
        }
        ModelStore folded = new ModelStore();
        folded.apply(edits.toArray(Edit[]::new), 0);
        List<Edit> authors = new ArrayList<>();
        folded.profiles().forEach((id, profile) -> {
            profile.keySet().removeAll(List.of("$created", "$last_seen"));
            authors.add(template(chain(id, Operator.SET, profile)));
        });
        return new Sample(
                List.copyOf(authors), edits.stream().map(Sample::template).toList());
    }

    private static Edit edit(String line) {
        Map<?, ?> fields = (Map<?, ?>) Objects.requireNonNull(JsonText.read(line));
        String id = (String) Objects.requireNonNull(fields.get("$distinct_id"));
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            Operator operator = Operator.ofSymbol((String) field.getKey());
            if (operator != null) {
                return chain(id, operator, operands(field.getValue()));
            }
        }
        throw new IllegalStateException("an update of the sample has no operator: " + line);
    }

    private static Map<?, ?> operands(@Nullable Object operand) {
        if (operand instanceof Collection<?> names) {
            return Map.of(names.iterator().next(), true);
        }
        return (Map<?, ?>) Objects.requireNonNull(operand);
    }

    private static Edit chain(String id, Operator operator, Map<?, ?> operands) {
        Edit chain = null;
        for (Map.Entry<?, ?> operand : operands.entrySet()) {
            chain = new Edit(id, operator, ((String) operand.getKey()).intern(), operand.getValue(), chain);
        }
        return Objects.requireNonNull(chain);
    }

    private static Edit template(Edit edit) {
        Edit rest = edit.rest();
        return new Edit(
                edit.id(), edit.operator(), edit.name(), template(edit.value()), rest == null ? null : template(rest));
    }

    private static @Nullable Object template(@Nullable Object value) {
        if (value instanceof String text) {
            return text.toCharArray();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>(list.size());
            for (Object element : list) {
                elements.add(template(element));
            }
            return elements;
        }
        return value;
    }
}
