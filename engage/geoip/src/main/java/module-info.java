/** A locator that reads MaxMind databases. */
module io.github.profileengine.geoip {
    requires static org.jspecify;
    requires transitive io.github.profileengine;
    requires com.maxmind.db;

    exports io.github.profileengine.geoip;
}
