package io.github.profileengine.examples;

import static java.util.Objects.requireNonNull;

import io.github.profileengine.diff.StateDiff;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.SimulationClock;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Does a discount for customers who stay away pay? One population lives twice from the same morning on: with the
 * discount and without. The example shows that a population is created once and forked, that time is virtual, that the
 * difference of the two outcomes is an object, and that a replay of the log leads to the same state.
 */
public final class TwoPolicies {
    private static final String SHOP = "shop";
    private static final int AT_ONCE = 2_000;
    private static final int PERCENT_OFF = 20;
    private static final int PATIENCE_DAYS = 7;

    private final ProfileEngine engine;
    private final SimulationClock clock;
    private final boolean discount;

    private TwoPolicies(ProfileEngine engine, SimulationClock clock, boolean discount) {
        this.engine = engine;
        this.clock = clock;
        this.discount = discount;
    }

    /** Arguments: the numbers of users and days, as in {@code TwoPolicies 100000 30}. Both are optional. */
    public static void main(String[] arguments) {
        int users = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        run(users, days, System.out);
    }

    static void run(int users, int days, PrintStream out) {
        SimulationClock morning = SimulationClock.startingAt(Instant.parse("2026-01-01T08:00:00Z"));
        try (ProfileEngine population = populated(users, morning)) {
            out.println("population  " + population.count() + " users, state " + population.stateHash());
            TwoPolicies control = forked(population, morning, false);
            TwoPolicies treated = forked(population, morning, true);
            List<LogEntry> log = new ArrayList<>();
            try (control.engine;
                    treated.engine;
                    Recording recording = treated.engine.record()) {
                // The population still has the state that the log continues; a recording would keep it alive as well.
                recording.takeStart();
                for (int day = 0; day < days; day++) {
                    control.live(day, users);
                    treated.live(day, users);
                    recording.drain(log::add);
                }
                control.report("control", out);
                treated.report("discount", out);
                compare(control.engine.snapshot(), treated.engine.snapshot(), out);
                replay(population, log, treated, out);
            }
        }
    }

    private static ProfileEngine populated(int users, SimulationClock clock) {
        ProfileEngine engine = ProfileEngine.builder().clock(clock).build();
        for (int from = 0; from < users; from += AT_ONCE) {
            List<Update> updates = new ArrayList<>();
            for (int user = from; user < Math.min(users, from + AT_ONCE); user++) {
                SplittableRandom random = random(-1, user);
                updates.add(Update.of(id(user))
                        .set("$name", "User " + user)
                        .set("loyalty", random.nextInt(5, 60))
                        .set("spent", 0)
                        .build());
            }
            engine.apply(Batch.of(updates));
        }
        return engine;
    }

    private static TwoPolicies forked(ProfileEngine population, SimulationClock morning, boolean discount) {
        SimulationClock clock = morning.copy();
        return new TwoPolicies(population.fork(clock), clock, discount);
    }

    private void live(int day, int users) {
        for (int from = 0; from < users; from += AT_ONCE) {
            List<ProfileId> ids = new ArrayList<>();
            for (int user = from; user < Math.min(users, from + AT_ONCE); user++) {
                ids.add(id(user));
            }
            List<Update> updates = new ArrayList<>();
            int user = from;
            for (Profile profile : engine.profiles(ids)) {
                day(requireNonNull(profile), random(day, user++)).ifPresent(updates::add);
            }
            engine.apply(Batch.of(updates));
        }
        clock.advance(Duration.ofDays(1));
    }

    // A function of the profile, the time and random numbers: in both runs a user has the same luck on the same day.
    private Optional<Update> day(Profile user, SplittableRandom random) {
        boolean lured = user.contains("discount");
        int inclination = random.nextInt(100);
        int price = random.nextInt(5, 50);
        if (inclination < user.integer("loyalty") / (lured ? 2 : 3)) {
            long cents = lured ? price * (100L - PERCENT_OFF) : price * 100L;
            return Optional.of(Update.of(user.id())
                    .add("spent", cents)
                    .append("orders", cents)
                    .unset("discount")
                    .build());
        }
        Duration absence = Duration.between(user.lastSeen().orElseThrow(), clock.instant());
        return discount && !lured && absence.toDays() >= PATIENCE_DAYS
                ? Optional.of(Update.of(user.id())
                        .set("discount", PERCENT_OFF)
                        .ignoreTime()
                        .build())
                : Optional.empty();
    }

    private void report(String name, PrintStream out) {
        long cents =
                engine.profiles(SHOP).mapToLong(user -> user.integer("spent")).sum();
        out.println(pad(name) + cents / 100 + " earned by "
                + engine.profiles(SHOP).filter(user -> user.contains("orders")).count() + " customers, state "
                + engine.stateHash());
    }

    private static void compare(Snapshot control, Snapshot treated, PrintStream out) {
        StateDiff difference = StateDiff.between(control, treated);
        out.println(pad("differ") + difference.changed() + " users" + (difference.isEmpty() ? "" : ", such as"));
        difference.profiles().stream()
                .limit(1)
                .forEach(first -> out.println(pad("") + first.id() + " " + first.jsonPatch()));
    }

    private static void replay(ProfileEngine population, List<LogEntry> log, TwoPolicies original, PrintStream out) {
        try (ProfileEngine again =
                ProfileEngine.builder().shards(7).state(population.snapshot()).build()) {
            again.replay(log, 2);
            boolean same = again.stateHash().equals(original.engine.stateHash());
            long updates = log.stream()
                    .mapToLong(entry -> ((LogEntry.Slice) entry).updates().size())
                    .sum();
            out.println(pad("replay") + updates + " updates on 7 shards and 2 threads give "
                    + (same ? "the same state" : "ANOTHER STATE"));
        }
    }

    private static SplittableRandom random(int day, int user) {
        return new SplittableRandom((long) day << Integer.SIZE | user);
    }

    private static ProfileId id(int user) {
        return ProfileId.user(SHOP, "user-" + user);
    }

    private static String pad(String name) {
        return name + " ".repeat(12 - name.length());
    }
}
