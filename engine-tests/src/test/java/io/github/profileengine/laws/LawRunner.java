package io.github.profileengine.laws;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.sessions.JqwikSession;

/** Runs a law outside of jqwik, against any subject, with the same generators. */
record LawRunner<L>(Class<? extends L> type, Method law) {
    private static final int GENERATOR_SIZE = 1_000;

    static <L> Stream<LawRunner<L>> of(Class<? extends L> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Property.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> new LawRunner<>(type, method));
    }

    String name() {
        return law.getName();
    }

    /** The keys with which its name begins: two in {@code l67_l69_everyReadIsALongerPrefix}, often none. */
    Stream<String> keys() {
        return Stream.of(name().split("_")).takeWhile(part -> part.matches("[lm]\\d+"));
    }

    /** The first failure within so many tries, or null. */
    Throwable failure(Consumer<? super L> subject, int tries) {
        Random random = new Random(name().hashCode());
        try {
            Constructor<? extends L> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            law.setAccessible(true);
            L laws = constructor.newInstance();
            subject.accept(laws);
            for (int i = 0; i < tries; i++) {
                law.invoke(laws, arguments(laws, random));
            }
            return null;
        } catch (InvocationTargetException e) {
            Throwable failure = e.getCause();
            // What failed in a thread of the law's own.
            return failure instanceof ExecutionException ? failure.getCause() : failure;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot run " + law, e);
        }
    }

    private Object[] arguments(L laws, Random random) {
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : law.getParameters()) {
            String generator = parameter.getAnnotation(ForAll.class).value();
            arguments.add(generator.isEmpty() ? plain(parameter, random) : named(generator, laws, random));
        }
        return arguments.toArray();
    }

    private static Object plain(Parameter parameter, Random random) {
        if (parameter.getType() == int.class) {
            return random.nextInt(parameter.getAnnotation(IntRange.class).max() + 1);
        }
        return parameter.getType() == boolean.class ? (Object) random.nextBoolean() : (Object) random.nextLong();
    }

    private Object named(String generator, L laws, Random random) {
        if (generator.equals("scenes")) {
            return Scene.random(random);
        }
        Optional<Method> own = Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(generator))
                .findAny();
        return own.isPresent()
                ? provided(own.get(), laws, random)
                : RandomBatch.batch(random, RandomBatch.Kind.named(generator));
    }

    /** A value of a generator that the class of the law itself provides. */
    private static Object provided(Method provider, Object laws, Random random) {
        List<Object> values = new ArrayList<>();
        provider.setAccessible(true);
        JqwikSession.run(() -> values.add(((Arbitrary<?>) provider.invoke(laws))
                .generator(GENERATOR_SIZE)
                .next(random)
                .value()));
        return values.get(0);
    }
}
