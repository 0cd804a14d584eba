package io.github.profileengine.wire;

import java.io.IOException;

/** Gzip that is cut, altered or followed by something else. */
public final class DamagedGzipException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedGzipException(String problem) {
        super("damaged gzip: " + problem);
    }
}
