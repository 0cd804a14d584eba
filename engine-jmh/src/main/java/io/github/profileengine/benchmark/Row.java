package io.github.profileengine.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One benchmark with one value of each parameter: the unit in which results are measured and kept.
 *
 * @param benchmark {@code package.Class.method}
 * @param parameters the values by parameter name
 */
record Row(String benchmark, Map<String, String> parameters) {
    /** The rows of a run; the first parameter changes slowest. */
    static List<Row> of(Run run) {
        var silent = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT);
        List<Row> rows = new ArrayList<>();
        for (BenchmarkListEntry entry : BenchmarkList.defaultList().find(silent, List.of(run.include()), List.of())) {
            for (Map<String, String> values : combinations(parameters(entry, run))) {
                rows.add(new Row(entry.getUsername(), values));
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no benchmark matches " + run.include());
        }
        return rows;
    }

    /** A regular expression that matches only the name of this benchmark. */
    String include() {
        return '^' + Pattern.quote(benchmark) + '$';
    }

    private static Map<String, List<String>> parameters(BenchmarkListEntry entry, Run run) {
        Map<String, List<String>> parameters = new TreeMap<>();
        Map<String, String[]> declared = entry.getParams().orElse(Map.of());
        declared.forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        run.parameters().forEach((name, values) -> {
            if (parameters.put(name, Arrays.asList(values)) == null) {
                throw new IllegalArgumentException(entry.getUsername() + " has no parameter " + name);
            }
        });
        return parameters;
    }

    private static List<Map<String, String>> combinations(Map<String, List<String>> parameters) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> shorter : combinations) {
                for (String value : parameter.getValue()) {
                    Map<String, String> one = new LinkedHashMap<>(shorter);
                    one.put(parameter.getKey(), value);
                    longer.add(one);
                }
            }
            combinations = longer;
        }
        return combinations;
    }
}
