package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.WireAnswer;

/** Handles one method on one path. Many threads call it at once. */
@FunctionalInterface
interface AdminHandler {
    /**
     * Answers a request.
     *
     * @throws AdminRefusalException if the request is refused
     */
    WireAnswer answer(AdminRequest request);
}
