package io.github.profileengine.store.history;

/** Names of aliases, made of the client and the number of its batch that mapped the alias. */
final class AliasNames {
    private AliasNames() {}

    static String of(int client, int batch) {
        return "a-" + client + "-" + batch;
    }

    static int client(String name) {
        return Integer.parseInt(name.substring(2, name.lastIndexOf('-')));
    }

    static int batch(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }
}
