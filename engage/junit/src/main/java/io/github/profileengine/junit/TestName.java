package io.github.profileengine.junit;

import java.lang.reflect.Method;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The name of a test as the beginning of a token. */
final class TestName {
    // What needs no escape in JSON, forms and addresses.
    private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final int MAX_LENGTH = 100;

    private TestName() {}

    /** The classes from the outermost on, and the method. */
    static String of(ExtensionContext context) {
        StringBuilder name =
                new StringBuilder(context.getTestMethod().map(Method::getName).orElse("class"));
        for (Class<?> type = context.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            name.insert(0, type.getSimpleName() + ".");
        }
        String plain = ODD.matcher(name).replaceAll("_");
        return plain.length() <= MAX_LENGTH ? plain : plain.substring(plain.length() - MAX_LENGTH);
    }
}
