package io.github.profileengine.wire;

import java.io.IOException;

/** Thrown for gzip input that is truncated, altered, or followed by other data. */
public final class DamagedGzipException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedGzipException(String problem) {
        super("damaged gzip: " + problem);
    }
}
