package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.WireAnswer;

/** What one method does on one path. Called by many threads at once. */
@FunctionalInterface
interface AdminHandler {
    /**
     * The answer.
     *
     * @throws AdminRefusalException if the request is not one that it answers
     */
    WireAnswer answer(AdminRequest request);
}
