/** The README's program, compiled and run as it stands there. */
package io.github.profileengine.readme;
