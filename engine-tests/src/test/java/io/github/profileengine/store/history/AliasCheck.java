package io.github.profileengine.store.history;

import io.github.profileengine.profile.ProfileId;
import java.util.List;

/** Checks that every acknowledged alias stands for its profile at the end, in its branch and in forks made after it. */
final class AliasCheck {
    private final Orders orders;
    private final Population population;
    private final Findings findings;

    AliasCheck(Orders orders, Population population, Findings findings) {
        this.orders = orders;
        this.population = population;
        this.findings = findings;
    }

    void check(List<Branch> branches) {
        for (Branch branch : branches) {
            for (int client = 0; client < orders.clients(); client++) {
                check(branch, branch.number(), client, orders.writes(client).acknowledged());
            }
        }
        for (Branch fork : branches) {
            CutRead start = fork.start();
            for (int client = 0; start != null && client < orders.clients(); client++) {
                check(fork, start.branch(), client, start.before()[client]);
            }
        }
    }

    private void check(Branch branch, int mappedIn, int client, int batches) {
        Writes writes = orders.writes(client);
        for (int batch = 0; batch < batches; batch++) {
            if (writes.alias(batch) == Writes.NO_ALIAS || writes.branch(batch) != mappedIn) {
                continue;
            }
            ProfileId id = population.id(writes.alias(batch));
            String alias = AliasNames.of(client, batch);
            String found = branch.engine().resolve(id.token(), alias);
            if (!found.equals(id.id())) {
                findings.add(
                        ViolationKind.DROPPED_ALIAS,
                        alias + " of " + id + " leads to " + found + " in branch " + branch.number());
            }
        }
    }
}
