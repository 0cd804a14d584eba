/** The command line tool. It exports nothing: its interface is the command line. */
module io.github.profileengine.cli {
    requires static org.jspecify;
    requires info.picocli;
    requires java.net.http;
    requires io.github.profileengine;
    requires io.github.profileengine.wire;
    requires io.github.profileengine.testdouble;
    requires io.github.profileengine.geoip;

    // picocli fills the annotated fields of the commands by reflection.
    opens io.github.profileengine.cli to
            info.picocli;
}
