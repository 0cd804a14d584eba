/**
 * The Engage test double for JUnit 5: starts it, gives each test a project of its own, and asserts on profiles.
 *
 * <p>It may import the test double, JUnit and AssertJ.
 */
@NullMarked
package io.github.profileengine.junit;

import org.jspecify.annotations.NullMarked;
