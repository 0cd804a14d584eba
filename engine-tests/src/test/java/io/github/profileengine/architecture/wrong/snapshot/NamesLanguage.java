package io.github.profileengine.architecture.wrong.snapshot;

import java.util.Locale;

/** A snapshot whose order depends on a language. */
public record NamesLanguage(Locale locale) {}
