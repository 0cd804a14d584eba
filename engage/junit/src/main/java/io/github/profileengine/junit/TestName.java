package io.github.profileengine.junit;

import java.lang.reflect.Method;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Turns the name of a test into the beginning of a token. */
final class TestName {
    // All characters that would need an escape in JSON, forms or URLs.
    private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final int MAX_LENGTH = 100;

    private TestName() {}

    /** The names of the classes, outermost first, and of the method. */
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
