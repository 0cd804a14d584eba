/**
 * The Engage test double for JUnit 5: starts the double, gives each test its own project, and asserts on profiles.
 *
 * <p>It may import the test double, JUnit and AssertJ.
 */
@NullMarked
package io.github.profileengine.junit;

import org.jspecify.annotations.NullMarked;
