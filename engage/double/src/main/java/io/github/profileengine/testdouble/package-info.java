/**
 * The Engage test double: a server that takes what official SDKs send and keeps the profiles.
 *
 * <p>It may import every exported package of the engine and of the wire module, and the JDK's HTTP server.
 */
@NullMarked
package io.github.profileengine.testdouble;

import org.jspecify.annotations.NullMarked;
