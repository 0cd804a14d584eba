/**
 * The certificate with which the test double proves itself to clients that require TLS.
 *
 * <p>It may import the JDK and the engine's addresses. Entry type:
 * {@link io.github.profileengine.testdouble.tls.ServerCertificate}.
 */
@NullMarked
package io.github.profileengine.testdouble.tls;

import org.jspecify.annotations.NullMarked;
