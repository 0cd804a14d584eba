package io.github.profileengine.architecture.wrong.operation;

import io.github.profileengine.architecture.wrong.value.ReachesUp;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Logger;

/** One class for each thing that a pure function must not touch. */
@SuppressWarnings({"DefaultCharset", "JavaTimeDefaultTimeZone", "StringCaseLocaleUsage", "SystemOut"})
public final class Impure {
    // Together with the class at the other end, this is a cycle of two packages.
    private static final Class<?> CYCLE = ReachesUp.class;

    @Override
    public String toString() {
        return CYCLE.getName();
    }

    record OldFile(File file) {}

    record NewFile(Path path) {}

    record Address(URI address) {}

    record Caller(HttpClient client) {}

    record Log(Logger logger) {}

    record HandedClock(InstantSource clock) {}

    record Language(Locale locale) {}

    static final class Clock {
        Instant read() {
            return Instant.now();
        }
    }

    static final class Calendar {
        LocalDate read() {
            return LocalDate.now();
        }
    }

    static final class Ticks {
        long read() {
            return System.nanoTime();
        }
    }

    static final class Millis {
        long read() {
            return System.currentTimeMillis();
        }
    }

    static final class Environment {
        String read() {
            return String.valueOf(System.getenv("HOME"));
        }
    }

    static final class Property {
        String read() {
            return String.valueOf(System.getProperty("user.name"));
        }
    }

    static final class Zone {
        ZoneId read() {
            return ZoneId.systemDefault();
        }
    }

    static final class Encoding {
        Charset read() {
            return Charset.defaultCharset();
        }
    }

    static final class Bytes {
        byte[] read() {
            return "x".getBytes();
        }
    }

    static final class Lower {
        String read(String text) {
            return text.toLowerCase();
        }
    }

    static final class Format {
        String read(double number) {
            return String.format("%f", number);
        }
    }

    static final class Dice {
        int read() {
            return new Random().nextInt();
        }
    }

    static final class Chance {
        double read() {
            return Math.random();
        }
    }

    static final class Unique {
        UUID read() {
            return UUID.randomUUID();
        }
    }

    static final class Worker {
        Thread read() {
            return new Thread(() -> {});
        }
    }

    static final class Console {
        void read() {
            System.out.println();
        }
    }
}
