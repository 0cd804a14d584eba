package io.github.profileengine.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands for picocli and hands them the streams of this run, so that none is kept in a static field. */
final class CommandFactory implements IFactory {

    private final StandardStreams streams;
    private final StandardError errors;

    CommandFactory(StandardStreams streams, StandardError errors) {
        this.streams = streams;
        this.errors = errors;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        return type == ApplyCommand.class
                ? type.cast(new ApplyCommand(streams, errors))
                : CommandLine.defaultFactory().create(type);
    }
}
