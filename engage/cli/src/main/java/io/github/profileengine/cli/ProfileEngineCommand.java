package io.github.profileengine.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code profile-engine}; its subcommands do the work. */
@Command(
        name = "profile-engine",
        description = "Folds updates in the Engage form into user and group profiles.",
        subcommands = {
            ApplyCommand.class,
            ServeCommand.class,
            GenerateCommand.class,
            HashCommand.class,
            DiffCommand.class,
            ReplayCommand.class,
            BisectCommand.class,
            HelpCommand.class,
            GenerateCompletion.class
        },
        versionProvider = ToolVersion.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  profile-engine apply updates.ndjson.gz > profiles.ndjson",
            "  profile-engine apply --save state.ndjson.gz --log log.ndjson.gz updates.ndjson.gz",
            "  profile-engine generate --profiles 1000 --updates 10000 | profile-engine apply",
            "  profile-engine serve --port 8080",
            "  profile-engine hash state.ndjson.gz",
            "  profile-engine diff state.ndjson.gz later-state.ndjson.gz",
            "  profile-engine replay log.ndjson.gz",
            "  profile-engine bisect log.ndjson.gz other-log.ndjson.gz",
            "  profile-engine apply --help",
            "  source <(profile-engine generate-completion)     completion for bash and zsh"
        })
public final class ProfileEngineCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    /** The entry point of the tool. Ends the process with the codes that each command's {@code --help} lists. */
    public static void main(String[] arguments) {
        System.exit(run(StandardStreams.ofProcess(), arguments));
    }

    /** Runs the tool once and returns its exit code. */
    static int run(StandardStreams streams, String... arguments) {
        StandardError errors = new StandardError(streams.err());
        try {
            return new ProfileEngineCommand().execute(streams, errors, arguments);
        } catch (UnusableFileException | Error problem) {
            // picocli passes only exceptions, not errors, to its handler.
            WorkErrors.tell(problem, errors);
        } finally {
            errors.finish();
        }
        return ExitCode.FAILED;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, such as 'apply'");
    }

    private int execute(StandardStreams streams, StandardError errors, String... arguments)
            throws UnusableFileException {
        StringWriter answer = new StringWriter();
        CommandLine line = new CommandLine(this, new CommandFactory(streams, errors))
                .setOut(new PrintWriter(answer))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(100)
                // The name of a file may begin with @.
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new ArgumentErrors(errors))
                .setExecutionExceptionHandler(new WorkErrors(errors));
        int code = line.execute(arguments);
        print(answer.toString(), streams.out());
        return code;
    }

    /** Prints help, version or completion. picocli's own writer would hide a failed write. */
    private static void print(String answer, OutputStream standardOutput) throws UnusableFileException {
        if (answer.isEmpty()) {
            return;
        }
        OutputFile out = OutputFile.standard(standardOutput);
        try {
            out.stream().write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UnusableFileException(out.name(), problem);
        }
        out.commit();
    }
}
