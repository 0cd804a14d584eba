package io.github.profileengine.wire;

import java.io.IOException;

/** Thrown for gzip input that inflates to more bytes than allowed. */
public final class OversizedInputException extends IOException {

    private static final long serialVersionUID = 1L;

    OversizedInputException(long maxBytes) {
        super("oversized gzip: it inflates to over " + maxBytes
                + " bytes, the most allowed here (maxInflatedBytes, --max-inflated-bytes)");
    }
}
