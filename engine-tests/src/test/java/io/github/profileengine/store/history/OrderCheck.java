package io.github.profileengine.store.history;

import java.util.Arrays;

/** Checks that the order of each branch holds every update that was sent there, once and in the order of its client. */
final class OrderCheck {
    private final Orders orders;
    private final Population population;
    private final Findings findings;

    OrderCheck(Orders orders, Population population, Findings findings) {
        this.orders = orders;
        this.population = population;
        this.findings = findings;
    }

    /** Checks the order of one branch, and notes where each update is. Check the ancestors of a branch first. */
    void check(Branch branch) {
        BranchOrder order = orders.of(branch.number());
        for (int profile = 0; profile < order.profiles(); profile++) {
            inherited(branch, order, profile);
            own(branch, order, profile);
        }
        for (int client = 0; client < orders.clients(); client++) {
            complete(branch, client);
        }
    }

    private void inherited(Branch branch, BranchOrder order, int profile) {
        CutRead start = branch.start();
        if (start == null) {
            return;
        }
        BranchOrder parent = orders.of(start.branch());
        int inherited = order.inherited(profile);
        if (inherited > Math.min(order.length(profile), parent.length(profile))) {
            findings.add(ViolationKind.NO_PREFIX, where(branch, profile) + " is shorter than it was at the fork");
            return;
        }
        for (int at = 0; at < inherited; at++) {
            if (order.mark(profile, at) != parent.mark(profile, at)) {
                findings.add(ViolationKind.LEAK, where(branch, profile) + " differs from its parent at " + at);
                return;
            }
        }
    }

    private void own(Branch branch, BranchOrder order, int profile) {
        int[] latest = new int[orders.clients()];
        Arrays.fill(latest, -1);
        for (int at = order.inherited(profile); at < order.length(profile); at++) {
            long mark = order.mark(profile, at);
            if (!orders.isKnown(mark) || orders.profileOf(mark) != profile) {
                findings.add(ViolationKind.MISPLACED_UPDATE, where(branch, profile) + " holds " + mark);
            } else if (orders.branchOf(mark) != branch.number()) {
                findings.add(
                        ViolationKind.LEAK,
                        where(branch, profile) + " holds an update sent to branch " + orders.branchOf(mark));
            } else {
                if (orders.place(mark, at)) {
                    findings.add(ViolationKind.REPEATED_UPDATE, where(branch, profile) + " holds " + mark + " twice");
                }
                if (Mark.number(mark) < latest[Mark.client(mark)]) {
                    findings.add(ViolationKind.REORDERED_UPDATES, where(branch, profile) + " holds " + mark + " late");
                }
                latest[Mark.client(mark)] = Mark.number(mark);
            }
        }
    }

    private void complete(Branch branch, int client) {
        Writes writes = orders.writes(client);
        for (int update = 0; update < writes.updates(); update++) {
            int batch = writes.batch(update);
            if (writes.branch(batch) == branch.number()
                    && batch < writes.acknowledged()
                    && orders.position(client, update) == Orders.NOWHERE) {
                findings.add(
                        ViolationKind.LOST_UPDATE,
                        where(branch, writes.profile(update)) + " lacks update " + update + " of client " + client);
            }
        }
    }

    private String where(Branch branch, int profile) {
        return population.id(profile) + " of branch " + branch.number();
    }
}
