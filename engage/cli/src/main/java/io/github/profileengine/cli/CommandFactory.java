package io.github.profileengine.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Creates the commands for picocli and gives them the streams of this run, so that no static field has to hold them.
 */
final class CommandFactory implements IFactory {

    private final StandardStreams streams;
    private final StandardError errors;

    CommandFactory(StandardStreams streams, StandardError errors) {
        this.streams = streams;
        this.errors = errors;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Object command = command(type);
        return command == null ? CommandLine.defaultFactory().create(type) : type.cast(command);
    }

    private @Nullable Object command(Class<?> type) {
        if (type == ApplyCommand.class) {
            return new ApplyCommand(streams, errors);
        } else if (type == ServeCommand.class) {
            return new ServeCommand(streams, errors);
        } else if (type == GenerateCommand.class) {
            return new GenerateCommand(streams, errors);
        } else if (type == HashCommand.class) {
            return new HashCommand(streams, errors);
        } else if (type == ReplayCommand.class) {
            return new ReplayCommand(streams, errors);
        } else if (type == BisectCommand.class) {
            return new BisectCommand(streams, errors);
        }
        return type == DiffCommand.class ? new DiffCommand(streams, errors) : null;
    }
}
