package io.github.profileengine.testdouble.tls;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the only private key of a key store. Every message begins with the name of the file. */
final class KeyStoreFile {
    private final Path file;
    private final char[] password;

    KeyStoreFile(Path file, char[] password) {
        this.file = file;
        this.password = password;
    }

    /** The private key with its certificates, the server's own first. */
    KeyStore.PrivateKeyEntry read() throws IOException {
        KeyStore store = open();
        try {
            return (KeyStore.PrivateKeyEntry) store.getEntry(onlyKey(store), new KeyStore.PasswordProtection(password));
        } catch (UnrecoverableKeyException e) {
            throw named("the password opens the key store but not its private key", e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw named("its private key cannot be read", e);
        }
    }

    private KeyStore open() throws IOException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "not a file");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString(), null, "may not be read");
        }
        try {
            return KeyStore.getInstance(file.toFile(), password);
        } catch (KeyStoreException e) {
            throw named("not a key store (PKCS12 or JKS)", e);
        } catch (IOException e) {
            // The JDK reports a wrong password in this way for all kinds of key stores.
            boolean wrongPassword = e.getCause() instanceof UnrecoverableKeyException;
            throw named(wrongPassword ? "wrong or missing password" : "a damaged key store", e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw named("a key store that this JDK cannot read", e);
        }
    }

    private String onlyKey(KeyStore store) throws IOException, KeyStoreException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class)) {
                keys.add(alias);
            }
        }
        if (keys.isEmpty()) {
            throw named("no private key in it", null);
        }
        if (keys.size() > 1) {
            throw named("one private key is needed, but it holds those of " + String.join(", ", keys), null);
        }
        return keys.get(0);
    }

    private IOException named(String problem, @Nullable Exception cause) {
        IOException named = new FileSystemException(file.toString(), null, problem);
        named.initCause(cause);
        return named;
    }
}
