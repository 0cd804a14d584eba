package io.github.profileengine.store.history;

import java.util.ArrayList;
import java.util.List;

/** Checks each read of one client: it must be in the orders, and never older than what the client knew already. */
final class ReadCheck implements ClientHistory.Events {
    private final Orders orders;
    private final List<UpdatesByProfile> updatesByProfile;
    private final int client;
    private final Writes writes;
    private final Population population;
    private final Findings findings;
    private final List<Known> knownByBranch = new ArrayList<>();
    private int teller = -1;
    private int toldBatches;

    /** @param client the number of the client whose events will come */
    ReadCheck(
            Orders orders,
            List<UpdatesByProfile> updatesByProfile,
            int client,
            Population population,
            int branches,
            Findings findings) {
        this.orders = orders;
        this.updatesByProfile = updatesByProfile;
        this.client = client;
        this.writes = orders.writes(client);
        this.population = population;
        this.findings = findings;
        for (int branch = 0; branch < branches; branch++) {
            knownByBranch.add(new Known(orders.of(branch)));
        }
    }

    @Override
    public void read(int branch, int profile, int size, long last) {
        Known known = knownByBranch.get(branch);
        if (teller >= 0) {
            int update = updatesByProfile.get(teller).latest(branch, profile, toldBatches);
            known.learn(profile, update < 0 ? -1 : orders.position(teller, update), false);
        }
        saw(known, branch, profile, size, last);
    }

    private void saw(Known known, int branch, int profile, int size, long last) {
        if (size == 0) {
            int position = orders.of(branch).absentFrom(profile, known.position(profile));
            if (position == BranchOrder.NEVER) {
                findings.add(ViolationKind.VANISHED_PROFILE, where(branch, profile));
            } else {
                known.learn(profile, position, false);
            }
            return;
        }
        int position = orders.position(branch, profile, size, last);
        if (position == Orders.NOWHERE) {
            findings.add(
                    ViolationKind.NO_PREFIX, where(branch, profile) + " never was " + size + " long up to " + last);
        } else if (position < known.position(profile)) {
            findings.add(
                    known.isOwnWrite(profile) ? ViolationKind.MISSING_OWN_WRITE : ViolationKind.STALE_READ,
                    where(branch, profile) + " is at " + position + " after " + known.position(profile));
        } else {
            known.learn(profile, position, false);
        }
    }

    @Override
    public void wrote(int batch) {
        Known known = knownByBranch.get(writes.branch(batch));
        for (int update = writes.first(batch); update < writes.end(batch); update++) {
            known.learn(writes.profile(update), orders.position(client, update), true);
        }
    }

    @Override
    public void told(int other, int batches) {
        teller = other;
        toldBatches = batches;
    }

    @Override
    public void cut(CutRead cut) {
        Known known = knownByBranch.get(cut.branch());
        for (int profile = 0; profile < cut.size(); profile++) {
            saw(known, cut.branch(), profile, cut.sizes()[profile], cut.lasts()[profile]);
        }
    }

    private String where(int branch, int profile) {
        return population.id(profile) + " of branch " + branch;
    }
}
