/**
 * Turns a request of an SDK into updated profiles, a journal entry, and the answer that the SDK expects.
 *
 * <p>It may import the engine, the wire module, the journal, the exchange and the faults.
 */
@NullMarked
package io.github.profileengine.testdouble.ingestion;

import org.jspecify.annotations.NullMarked;
