/**
 * Histories of clients that use one engine at the same time, and checks of whether any order explains what they saw.
 * {@link io.github.profileengine.store.history.HistoryRun} makes one, and
 * {@link io.github.profileengine.store.history.HistoryChecker} judges it.
 */
package io.github.profileengine.store.history;
