/**
 * The inspector: the files of a page for people, packed into the jar, and how they are served.
 *
 * <p>It may import the exchange. Entry type: {@link io.github.profileengine.testdouble.inspector.InspectorFiles}.
 */
@NullMarked
package io.github.profileengine.testdouble.inspector;

import org.jspecify.annotations.NullMarked;
