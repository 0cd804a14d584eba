package io.github.profileengine.packed;

import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.Shape;

/** Many changes of an update to a record, or all that a new one holds, made by walking over the names after it. */
final class RecordMerge {
    private RecordMerge() {}

    /** Adds all properties after an update to an image that has their names. */
    static void addTo(RecordImage whole, RecordEditor edited, EncodedValues forms) {
        RecordView base = edited.base();
        Shape names = whole.shape();
        // Adjacent slots that stay are copied in one go.
        int run = 0;
        int from = 0;
        for (int to = 0; to < names.size(); to++) {
            Name name = names.name(to);
            int place = edited.stagedPlace(name);
            int slot = place >= 0 ? edited.staged(place).slot() : slotFrom(base.shape(), from, name);
            boolean stays = place < 0 || forms.at(place).isKept();
            if (!stays || slot != from) {
                whole.add(base, run, from);
                run = slot < 0 ? from : stays ? slot : slot + 1;
            }
            if (!stays) {
                forms.addTo(whole, forms.at(place), base, slot);
            }
            from = slot < 0 ? from : slot + 1;
        }
        whole.add(base, run, from);
    }

    // Names have the same order before and after: what is skipped was removed.
    private static int slotFrom(Shape names, int from, Name name) {
        int slot = from;
        while (!names.name(slot).same(name)) {
            slot++;
        }
        return slot;
    }
}
