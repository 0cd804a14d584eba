/**
 * From a request of an SDK to updated profiles, a journal entry and the answer that the SDK expects.
 *
 * <p>It may import the engine, the wire module, the journal and the exchange.
 */
@NullMarked
package io.github.profileengine.testdouble.ingestion;

import org.jspecify.annotations.NullMarked;
