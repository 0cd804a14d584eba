package io.github.profileengine.store.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Checks the history of a run after its end. */
final class HistoryChecker {
    private final Scene scene;
    private final List<ClientHistory> histories;
    private final Population population;
    private final Orders orders;
    private final OrderSource source;
    private final Verdict verdict = new Verdict();
    private final Findings findings = verdict.findings();

    HistoryChecker(Scene scene, List<ClientHistory> histories) {
        this.scene = scene;
        this.histories = histories;
        this.population = scene.population();
        this.orders = new Orders(histories.stream().map(ClientHistory::writes).toList());
        this.source = new OrderSource(population, orders);
    }

    Verdict check() {
        histories.forEach(history -> {
            verdict.count(history);
            findings.addAll(history.findings());
        });
        List<Branch> branches = scene.branches();
        verdict.countForks(branches.size() - 1);
        try {
            branches.forEach(this::orderOf);
        } catch (RuntimeException unreadable) {
            // A wrong store that lets writers meet leaves profiles that throw when they are read, during the run and
            // now.
            findings.add(ViolationKind.FAILED, "the end cannot be read: " + unreadable);
            return verdict;
        }
        checkReads(branches.size());
        CutCheck cuts = new CutCheck(orders, findings);
        histories.forEach(history -> history.cuts().forEach(cuts::check));
        histories.forEach(history -> history.wholes().forEach(this::checkWhole));
        new AliasCheck(orders, population, findings).check(branches);
        return verdict;
    }

    private void orderOf(Branch branch) {
        BranchOrder order = source.order(branch);
        orders.add(order);
        new OrderCheck(orders, population, findings).check(branch);
        long present = IntStream.range(0, population.size())
                .filter(profile -> order.sizeAfter(profile, order.length(profile) - 1) > 0)
                .count();
        if (branch.engine().count() != present) {
            findings.add(
                    ViolationKind.MISPLACED_UPDATE,
                    "branch " + branch.number() + " counts " + branch.engine().count() + " profiles, not " + present);
        }
        if (branch.log() != null) {
            IntStream.range(0, population.size()).forEach(profile -> checkEnd(branch, order, profile));
        }
    }

    // If the order came from a log, the engine must have come to the same end.
    private void checkEnd(Branch branch, BranchOrder order, int profile) {
        long[] list = source.list(branch, profile);
        int length = order.length(profile);
        boolean same = order.sizeAfter(profile, length - 1) == list.length;
        for (int at = 0; same && at < list.length; at++) {
            same = order.mark(profile, length - list.length + at) == list[at];
        }
        if (!same) {
            findings.add(
                    ViolationKind.NO_PREFIX,
                    population.id(profile) + " of branch " + branch.number() + " is not as logged");
        }
    }

    private void checkReads(int branches) {
        List<UpdatesByProfile> updates = new ArrayList<>();
        for (ClientHistory history : histories) {
            updates.add(new UpdatesByProfile(history.writes(), branches, population.size()));
        }
        for (int client = 0; client < histories.size(); client++) {
            histories.get(client).replay(new ReadCheck(orders, updates, client, population, branches, findings));
        }
    }

    private void checkWhole(WholeRead read) {
        BranchOrder order = orders.of(read.branch());
        int size = read.marks().size();
        int end = 1 + orders.position(read.branch(), read.profile(), size, Population.last(read.marks()));
        boolean same = end >= size;
        for (int at = 0; same && at < size; at++) {
            same = Population.mark(read.marks().get(at)) == order.mark(read.profile(), end - size + at);
        }
        if (!same) {
            findings.add(ViolationKind.NO_PREFIX, population.id(read.profile()) + " never was " + read.marks());
        }
    }
}
