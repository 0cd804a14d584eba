package io.github.profileengine.benchmark;

import io.github.profileengine.benchmark.apply.ApplyTable;
import io.github.profileengine.benchmark.apply.EndToEndTable;
import io.github.profileengine.benchmark.fork.ForkTable;
import io.github.profileengine.benchmark.list.ListTable;
import io.github.profileengine.benchmark.profile.ProfileTable;
import io.github.profileengine.benchmark.store.CollectorTable;
import io.github.profileengine.benchmark.store.FactorTable;
import io.github.profileengine.benchmark.store.FootprintTable;
import io.github.profileengine.benchmark.store.LibraryTable;
import io.github.profileengine.benchmark.store.MixTable;
import io.github.profileengine.benchmark.store.OptionTable;
import io.github.profileengine.benchmark.store.ReadTable;
import io.github.profileengine.benchmark.store.ScaleTable;
import io.github.profileengine.benchmark.store.ShapeTable;
import io.github.profileengine.benchmark.store.SizesTable;
import io.github.profileengine.benchmark.store.UpdateTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The subjects of which a command can make tables. */
enum Subject {
    PROFILE("2g", ProfileTable::sections),
    LIST("2g", ListTable::sections),
    APPLY("2g", ApplyTable::sections),
    ENDTOEND("4g", EndToEndTable::sections),
    UPDATE("4g", UpdateTable::sections),
    SCALE(ScaleTable.HEAP, ScaleTable::sections),
    MIX("4g", MixTable::sections),
    SIZES("4g", SizesTable::sections),
    READ("4g", ReadTable::sections),
    COLLECTOR(CollectorTable::sections, "4g"),
    SHAPES("4g", ShapeTable::sections),
    LIBRARIES("4g", LibraryTable::sections),
    MAPS("4g", FactorTable::maps),
    DATABASES("4g", FactorTable::databases),
    FOOTPRINT("4g", FootprintTable::sections),
    OPTIONS("4g", OptionTable::sections),
    FORK("4g", ForkTable::sections);

    private final String heap;
    private final Function<Jvm, List<Section>> sections;

    Subject(String heap, Supplier<List<Section>> sections) {
        this(usual -> sections.get(), heap);
    }

    // For a table whose columns depend on the JDK.
    Subject(Function<Jvm, List<Section>> sections, String heap) {
        this.heap = heap;
        this.sections = sections;
    }

    static Optional<Subject> of(String word) {
        return Arrays.stream(values())
                .filter(subject -> subject.word().equals(word))
                .findFirst();
    }

    /** All subjects, as a usage line shows them. */
    static String words() {
        return Arrays.stream(values()).map(Subject::word).collect(Collectors.joining("|"));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Checks that all implementations agree, then returns the tables for rows that usually this JDK measures. */
    List<Section> sections(Jvm usual) {
        return sections.apply(usual);
    }

    /** The arguments of every JVM that measures, without those of its run. */
    List<String> jvmArguments() {
        return List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+AlwaysPreTouch", "-XX:-UsePerfData");
    }
}
