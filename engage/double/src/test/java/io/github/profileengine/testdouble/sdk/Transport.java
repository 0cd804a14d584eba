package io.github.profileengine.testdouble.sdk;

/** How the Java SDK reaches the double. */
enum Transport {
    HTTP(false, false),
    HTTP_GZIP(false, true),
    HTTPS(true, false),
    HTTPS_GZIP(true, true);

    private final boolean tls;
    private final boolean gzip;

    Transport(boolean tls, boolean gzip) {
        this.tls = tls;
        this.gzip = gzip;
    }

    boolean tls() {
        return tls;
    }

    boolean gzip() {
        return gzip;
    }
}
