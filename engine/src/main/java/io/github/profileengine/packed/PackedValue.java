package io.github.profileengine.packed;

import io.github.profileengine.representation.CurrentList;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.representation.ValueType;
import org.jspecify.annotations.Nullable;

/** A view of a value in a record. It makes an object of the value only if an operator asks for one. */
final class PackedValue extends CurrentValue {
    private final RecordView record;
    private int from;
    private int to;
    private byte kind;
    // Kept because an operator may ask twice.
    private @Nullable Object made;
    private boolean isMade;

    PackedValue(RecordView record) {
        this.record = record;
    }

    /** Points this view at the value of a slot. */
    PackedValue pointedAt(int slot) {
        from = record.from(slot);
        to = record.to(slot);
        kind = record.bytes()[from];
        made = null;
        isMade = false;
        return this;
    }

    /** Drops all references. */
    void forget() {
        made = null;
        isMade = false;
    }

    private @Nullable Object value() {
        if (!isMade) {
            made = ValueBytes.read(record.bytes(), from, to, record.objects());
            isMade = true;
        }
        return made;
    }

    @Override
    public boolean isAbsent() {
        return false;
    }

    @Override
    public ValueType type() {
        return ValueBytes.type(record.bytes(), from, record.objects());
    }

    @Override
    public boolean isNumber() {
        return kind == ValueBytes.REAL || ValueBytes.isInteger(kind);
    }

    @Override
    public Number number() {
        Object number = value();
        assert number instanceof Number;
        return (Number) number;
    }

    @Override
    public @Nullable CurrentList list() {
        if (ValueBytes.isList(kind)) {
            return new PackedList(record.bytes(), from, to);
        }
        return kind == ValueBytes.OUT_OF_LINE && value() instanceof ListValue list ? list : null;
    }

    @Override
    public @Nullable ObjectValue object() {
        boolean mayBe = kind == ValueBytes.OBJECT || kind == ValueBytes.OUT_OF_LINE;
        return mayBe && value() instanceof ObjectValue object ? object : null;
    }

    @Override
    public boolean sameAs(@Nullable Object other) {
        return ValueBytes.isSame(record.bytes(), from, to, record.objects(), other);
    }
}
