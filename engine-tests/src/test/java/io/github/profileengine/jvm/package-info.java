/** Runs programs of the tests in JVMs of their own. Tests of all packages may use it; it knows none of them. */
package io.github.profileengine.jvm;
