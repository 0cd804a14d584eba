package io.github.profileengine.laws;

import io.github.profileengine.oracle.OracleOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Runs the laws outside of jqwik, against any subject, with the same generators. */
final class LawRunner {
    private LawRunner() {}

    static List<Method> laws(List<Class<? extends ReducerLaws>> classes) {
        List<Method> laws = new ArrayList<>();
        for (Class<? extends ReducerLaws> type : classes) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Property.class)) {
                    method.setAccessible(true);
                    laws.add(method);
                }
            }
        }
        return laws;
    }

    /** The first failure within so many tries, or null. */
    static Throwable failure(Method law, Function<OracleOptions, ReducerUnderTest> subject, int tries) {
        Random random = new Random(law.getName().hashCode());
        try {
            ReducerLaws laws = (ReducerLaws)
                    law.getDeclaringClass().getDeclaredConstructor().newInstance();
            laws.against(subject);
            for (int i = 0; i < tries; i++) {
                law.invoke(laws, arguments(law, random));
            }
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot run " + law, e);
        }
    }

    private static Object[] arguments(Method law, Random random) {
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : law.getParameters()) {
            String generator = parameter.getAnnotation(ForAll.class).value();
            arguments.add(
                    generator.equals("scenes")
                            ? Scene.random(random)
                            : RandomBatch.batch(random, RandomBatch.Kind.named(generator)));
        }
        return arguments.toArray();
    }
}
