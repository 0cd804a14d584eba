package io.github.profileengine.architecture.wrong.table;

import java.util.Locale;

/** A table whose order depends on a language. */
public record NamesLanguage(Locale locale) {}
