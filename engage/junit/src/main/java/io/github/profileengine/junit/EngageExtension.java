package io.github.profileengine.junit;

import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.EngageDoubleBuilder;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * Runs an {@link EngageDouble} for tests, and passes {@link EngageProject} and {@code EngageDouble} to parameters of
 * tests, lifecycle methods and constructors. A project belongs to one test. So code that runs for a whole class
 * ({@code @BeforeAll}, {@code @AfterAll}, the constructor of a class with one instance for all tests) can only get the
 * double, unless the token is fixed.
 *
 * <ul>
 *   <li>{@code @ExtendWith(EngageExtension.class)}: one double for all such classes of a test run.
 *   <li>{@code @RegisterExtension static EngageExtension engage = EngageExtension.with(builder -> ...)}: a double of
 *       its own, from the first class that uses it to the end of the last.
 * </ul>
 *
 * <p>The extension fails loudly. Bad data is answered with status 400, unless the builder is told otherwise. A passing
 * test fails if a record of its project was rejected, unless the test is marked {@link AllowRejections}.
 */
public final class EngageExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(EngageExtension.class);
    private static final String DEFAULT_TOKEN = "test-project";

    private final boolean shared;
    private final Consumer<? super EngageDoubleBuilder> settings;
    private final Isolation isolation;
    private final String token;
    private final ServerLease lease = new ServerLease(this::start);

    /** Called by JUnit for {@code @ExtendWith}; the double serves the whole test run. */
    public EngageExtension() {
        this(true, builder -> {}, Isolation.FRESH_TOKEN, DEFAULT_TOKEN);
    }

    private EngageExtension(
            boolean shared, Consumer<? super EngageDoubleBuilder> settings, Isolation isolation, String token) {
        this.shared = shared;
        this.settings = settings;
        this.isolation = isolation;
        this.token = token;
    }

    /**
     * Creates an extension with its own double. The builder that {@code settings} changes is already set to fail
     * loudly. If they name the known projects, a test that takes an {@link EngageProject} needs an isolation without
     * fresh tokens, and one of those projects as the {@link #token}; otherwise it fails.
     */
    public static EngageExtension with(Consumer<? super EngageDoubleBuilder> settings) {
        return new EngageExtension(
                false, Objects.requireNonNull(settings, "settings"), Isolation.FRESH_TOKEN, DEFAULT_TOKEN);
    }

    /** A copy with its own double and another isolation; the default is {@link Isolation#FRESH_TOKEN}. */
    public EngageExtension isolation(Isolation other) {
        return new EngageExtension(false, settings, Objects.requireNonNull(other, "isolation"), token);
    }

    /**
     * A copy with its own double and another fixed token. It needs an isolation without fresh tokens; with fresh tokens
     * the double fails to start.
     */
    public EngageExtension token(String fixed) {
        return new EngageExtension(false, settings, isolation, Objects.requireNonNull(fixed, "token"));
    }

    /**
     * The double of a registered extension.
     *
     * @throws IllegalStateException before its first class and after its last, and always for {@code @ExtendWith}
     */
    public EngageDouble engage() {
        return lease.server()
                .orElseThrow(() -> new IllegalStateException("this extension has no running double of its own: call"
                        + " engage() during its test class, or with the shared server take EngageDouble as a"
                        + " parameter"))
                .engage();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        run(context);
    }

    /** Fails a passing test if something was rejected unnoticed; adds possible explanations to a failure. */
    @Override
    public void afterEach(ExtensionContext context) {
        TestRun run = store(context).get(new RunKey(this), TestRun.class);
        if (run == null) {
            // The test could not begin.
            return;
        }
        Throwable failure = context.getExecutionException().orElse(null);
        Optional<String> rejections = run.rejections(failure != null);
        if (failure == null) {
            rejections.ifPresent(message -> {
                throw new AssertionError(message);
            });
        } else if (!(failure instanceof TestAbortedException)) {
            rejections.ifPresent(message -> failure.addSuppressed(new AssertionError(message)));
            run.strangers().ifPresent(message -> failure.addSuppressed(new AssertionError(message)));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == EngageDouble.class || type == EngageProject.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == EngageDouble.class) {
            return server(context).engage();
        }
        requireKnown(server(context).known());
        if (context.getTestMethod().isPresent()) {
            return run(context).project();
        }
        if (isolation != Isolation.FRESH_TOKEN) {
            return server(context).sharedProject();
        }
        throw new ParameterResolutionException("an EngageProject belongs to one test, but "
                + parameter.getDeclaringExecutable() + " runs for a whole class; take it as a parameter of the test or"
                + " of a @BeforeEach method, or take the EngageDouble here");
    }

    /** Lets a constructor get the project of the test that the instance is made for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    private TestRun run(ExtensionContext context) {
        // Get the server first. JUnit closes what was stored last first, so the test ends while its server still runs.
        TestServer server = server(context);
        return store(context)
                .getOrComputeIfAbsent(
                        new RunKey(this),
                        key -> server.begin(TestName.of(context), allowsRejections(context)),
                        TestRun.class);
    }

    private TestServer server(ExtensionContext context) {
        if (shared) {
            return store(context.getRoot()).getOrComputeIfAbsent(TestServer.class, key -> start(), TestServer.class);
        }
        return store(context)
                .getOrComputeIfAbsent(this, key -> lease.take(), ServerLease.Share.class)
                .server();
    }

    private TestServer start() {
        if (isolation == Isolation.FRESH_TOKEN && !token.equals(DEFAULT_TOKEN)) {
            throw new ExtensionConfigurationException("token(\"" + token + "\") would have no effect: with"
                    + " Isolation.FRESH_TOKEN every test has a token of its own; choose another by isolation(...)");
        }
        try {
            EngageDoubleBuilder builder = EngageDouble.builder().failLoudly(true);
            settings.accept(builder);
            return new TestServer(builder.start(), builder.tokens(), isolation, token);
        } catch (IOException e) {
            throw new ExtensionConfigurationException("the Engage double does not start: " + e.getMessage(), e);
        }
    }

    // Only where a test takes a project: tests of a token that is built into a program take the double alone.
    private void requireKnown(Set<String> projects) {
        boolean isFresh = isolation == Isolation.FRESH_TOKEN;
        if (!projects.isEmpty() && (isFresh || !projects.contains(token))) {
            throw new ExtensionConfigurationException(
                    "with tokens(" + projects + ") the double would reject every record of this"
                            + " EngageProject: "
                            + (isFresh
                                    ? "with Isolation.FRESH_TOKEN every test has a token of its own"
                                    : "its token is " + token)
                            + "; choose " + (isFresh ? "another isolation by isolation(...) and " : "")
                            + "one of the known tokens by token(...)");
        }
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    private static boolean allowsRejections(ExtensionContext context) {
        for (ExtensionContext at = context; at != null; at = at.getParent().orElse(null)) {
            if (AnnotationSupport.isAnnotated(at.getElement(), AllowRejections.class)) {
                return true;
            }
        }
        return false;
    }

    /** The key under which the run of an extension is stored beside its server. */
    private record RunKey(EngageExtension extension) {}
}
