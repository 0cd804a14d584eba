/**
 * Official SDKs against the double: the one for Java as it is, others by the bytes that they sent. Imports what a user
 * of the double imports.
 */
package io.github.profileengine.testdouble.sdk;
