package io.github.profileengine.store;

import io.github.profileengine.representation.CodePointOrder;
import java.util.Comparator;

/** Orders tokens as listings do. */
final class CodePoints {
    static final Comparator<String> ORDER = CodePointOrder::compare;

    private CodePoints() {}
}
