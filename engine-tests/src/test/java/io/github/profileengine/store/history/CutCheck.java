package io.github.profileengine.store.history;

/**
 * Checks that a snapshot or fork is a moment between batches. It must hold all or nothing of each batch, and with a
 * batch every earlier one of the same client. It must hold every batch that was acknowledged before it was requested,
 * and none that began after it was there.
 */
final class CutCheck {
    private final Orders orders;
    private final Findings findings;

    CutCheck(Orders orders, Findings findings) {
        this.orders = orders;
        this.findings = findings;
    }

    void check(CutRead cut) {
        int[][] held = new int[orders.clients()][];
        for (int client = 0; client < held.length; client++) {
            held[client] = new int[orders.writes(client).batches()];
        }
        countUpdates(cut, held);
        countAliases(cut, held);
        for (int client = 0; client < held.length; client++) {
            check(cut, client, held[client]);
        }
    }

    private void countUpdates(CutRead cut, int[][] held) {
        BranchOrder order = orders.of(cut.branch());
        for (int profile = 0; profile < cut.size(); profile++) {
            int end = 1 + orders.position(cut.branch(), profile, cut.sizes()[profile], cut.lasts()[profile]);
            for (int at = order.inherited(profile); at < end; at++) {
                long mark = order.mark(profile, at);
                if (orders.isKnown(mark)) {
                    held[Mark.client(mark)][orders.batchOf(mark)]++;
                }
            }
        }
    }

    private static void countAliases(CutRead cut, int[][] held) {
        for (String alias : cut.aliases()) {
            held[AliasNames.client(alias)][AliasNames.batch(alias)]++;
        }
    }

    private void check(CutRead cut, int client, int[] held) {
        Writes writes = orders.writes(client);
        boolean lacking = false;
        for (int batch = 0; batch < held.length; batch++) {
            if (writes.branch(batch) == cut.branch()) {
                int size = writes.size(batch);
                if (held[batch] != 0 && held[batch] != size) {
                    tell(ViolationKind.TORN_CUT, cut, client, batch, "holds " + held[batch] + " of " + size + " of");
                } else if (held[batch] != 0 && lacking) {
                    tell(ViolationKind.TORN_CUT, cut, client, batch, "lacks one before");
                } else if (held[batch] == 0 && batch < cut.before()[client]) {
                    tell(ViolationKind.CUT_OUT_OF_TIME, cut, client, batch, "lacks");
                } else if (held[batch] != 0 && batch >= cut.after()[client]) {
                    tell(ViolationKind.CUT_OUT_OF_TIME, cut, client, batch, "foresees");
                }
                lacking |= held[batch] != size;
            }
        }
    }

    private void tell(ViolationKind kind, CutRead cut, int client, int batch, String what) {
        findings.add(kind, "a cut of branch " + cut.branch() + " " + what + " batch " + batch + " of client " + client);
    }
}
