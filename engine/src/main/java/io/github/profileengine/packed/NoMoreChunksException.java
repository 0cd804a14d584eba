package io.github.profileengine.packed;

/** A project has as many chunks in a shard as it may. */
final class NoMoreChunksException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NoMoreChunksException(String message) {
        super(message);
    }
}
