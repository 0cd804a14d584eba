/**
 * The inspector: the files of a page for people, in the jar, and the code that serves them.
 *
 * <p>It may import the exchange. Entry type: {@link io.github.profileengine.testdouble.inspector.InspectorFiles}.
 */
@NullMarked
package io.github.profileengine.testdouble.inspector;

import org.jspecify.annotations.NullMarked;
