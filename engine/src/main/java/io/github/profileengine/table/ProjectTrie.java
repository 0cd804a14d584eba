package io.github.profileengine.table;

import io.github.profileengine.representation.HeapSize;
import io.github.profileengine.representation.Name;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A node of a trie of projects by the hash of their token, four bits per level. It belongs to one owner, and only the
 * owner may write it. A write by anybody else copies the nodes on its path, a handful of small arrays, and leaves the
 * originals as they are. One writer at a time; readers take no lock.
 *
 * <h2>Why readers need no lock</h2>
 *
 * A slot is empty, or holds an entry or a node that was complete before it was written with release. What replaces an
 * entry or node contains all of it that still exists, so a reader on its way down misses nothing that is there all the
 * while. A reader in a node that was replaced sees what was true when it got there, or later.
 *
 * <p>This is not a map of the JDK: to freeze one, it must be copied whole, which takes over half a second for 200,000
 * projects.
 */
public final class ProjectTrie<P> {
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final int BITS = 4;
    private static final int WIDTH = 1 << BITS;
    private static final long NODE_BYTES = 24 + HeapSize.ofReferences(WIDTH);
    private static final int ENTRY_BYTES = 24;

    private final Object owner;
    private final @Nullable Object[] slots;

    private ProjectTrie(Object owner, @Nullable Object[] slots) {
        this.owner = owner;
        this.slots = slots;
    }

    public static <P> ProjectTrie<P> empty(Object owner) {
        return new ProjectTrie<>(owner, new Object[WIDTH]);
    }

    /** The project of a token, or null. */
    public @Nullable P get(Name token) {
        ProjectTrie<P> node = this;
        for (int shift = 0; ; shift += BITS) {
            Object there = node.at(place(token, shift));
            if (there instanceof ProjectTrie<?>) {
                node = trie(there);
            } else {
                Entry<P> entry = Entry.find(entry(there), token);
                return entry == null ? null : entry.project;
            }
        }
    }

    // A slot is empty, or holds an entry or a node; all are of projects of the same class.
    @SuppressWarnings("unchecked")
    private static <P> ProjectTrie<P> trie(Object node) {
        return (ProjectTrie<P>) node;
    }

    @SuppressWarnings("unchecked")
    private static <P> @Nullable Entry<P> entry(@Nullable Object first) {
        return (Entry<P>) first;
    }

    private static int place(Name token, int shift) {
        return token.hash() >>> shift & WIDTH - 1;
    }

    private @Nullable Object at(int place) {
        return SLOT.getAcquire(slots, place);
    }

    private ProjectTrie<P> ownedBy(Object writer) {
        return owner == writer ? this : new ProjectTrie<>(writer, slots.clone());
    }

    /** The root of a trie with this project added: this one if the writer owns it, else a copy. */
    public ProjectTrie<P> with(Object writer, Name token, P project) {
        return with(writer, 0, token, project);
    }

    private ProjectTrie<P> with(Object writer, int shift, Name token, P project) {
        ProjectTrie<P> own = ownedBy(writer);
        int place = place(token, shift);
        Object there = own.at(place);
        Object put;
        if (there instanceof ProjectTrie<?>) {
            put = ProjectTrie.<P>trie(there).with(writer, shift + BITS, token, project);
        } else if (there instanceof Entry<?> entry && entry.token.hash() != token.hash()) {
            ProjectTrie<P> parted = empty(writer);
            parted.slots[place(entry.token, shift + BITS)] = entry;
            put = parted.with(writer, shift + BITS, token, project);
        } else {
            put = new Entry<>(token, project, Entry.without(entry(there), token));
        }
        own.replace(place, there, put);
        return own;
    }

    private void replace(int place, @Nullable Object there, @Nullable Object put) {
        if (there != put) {
            SLOT.setRelease(slots, place, put);
        }
    }

    /** The root of a trie without a project: this one if the writer owns it or the project is missing, else a copy. */
    public ProjectTrie<P> without(Object writer, Name token) {
        return get(token) == null ? this : without(writer, 0, token);
    }

    // Only for a project that is there. Nodes that become empty are removed, so removed projects leave nothing behind.
    private ProjectTrie<P> without(Object writer, int shift, Name token) {
        ProjectTrie<P> own = ownedBy(writer);
        int place = place(token, shift);
        Object there = own.at(place);
        if (there instanceof ProjectTrie<?>) {
            ProjectTrie<P> left = ProjectTrie.<P>trie(there).without(writer, shift + BITS, token);
            own.replace(place, there, left.isEmpty() ? null : left);
        } else {
            own.replace(place, there, Entry.without(ProjectTrie.<P>entry(there), token));
        }
        return own;
    }

    boolean isEmpty() {
        for (Object there : slots) {
            if (there != null) {
                return false;
            }
        }
        return true;
    }

    /** The heap of the nodes and of the projects; 0 for an empty trie. */
    long heapBytes(ToLongFunction<? super P> ofProject) {
        long bytes = 0;
        for (int place = 0; place < WIDTH; place++) {
            Object there = at(place);
            if (there instanceof ProjectTrie<?>) {
                bytes += ProjectTrie.<P>trie(there).heapBytes(ofProject);
            } else {
                for (Entry<P> entry = entry(there); entry != null; entry = entry.next) {
                    bytes += ENTRY_BYTES + ofProject.applyAsLong(entry.project);
                }
            }
        }
        return bytes == 0 ? 0 : NODE_BYTES + bytes;
    }

    /** Every project with its token, in no particular order. */
    public void forEach(BiConsumer<? super Name, ? super P> action) {
        for (int place = 0; place < WIDTH; place++) {
            forEach(at(place), action);
        }
    }

    private static <P> void forEach(@Nullable Object there, BiConsumer<? super Name, ? super P> action) {
        if (there instanceof ProjectTrie<?>) {
            ProjectTrie.<P>trie(there).forEach(action);
        } else {
            for (Entry<P> entry = entry(there); entry != null; entry = entry.next) {
                action.accept(entry.token, entry.project);
            }
        }
    }

    /** Every project of either trie, once or twice, except those that both share. */
    public static <P> void forEachUnshared(
            ProjectTrie<P> one, ProjectTrie<P> other, BiConsumer<? super Name, ? super P> action) {
        for (int place = 0; one != other && place < WIDTH; place++) {
            forEachUnshared(one.at(place), other.at(place), action);
        }
    }

    private static <P> void forEachUnshared(
            @Nullable Object one, @Nullable Object other, BiConsumer<? super Name, ? super P> action) {
        if (one instanceof ProjectTrie<?> && other instanceof ProjectTrie<?>) {
            forEachUnshared(ProjectTrie.<P>trie(one), ProjectTrie.<P>trie(other), action);
        } else if (one != other) {
            forEach(one, action);
            forEach(other, action);
        }
    }

    /** A project, followed by those whose tokens have the same hash. Immutable. */
    private record Entry<P>(Name token, P project, @Nullable Entry<P> next) {
        static <P> @Nullable Entry<P> find(@Nullable Entry<P> first, Name token) {
            Entry<P> entry = first;
            while (entry != null && !entry.token.same(token)) {
                entry = entry.next;
            }
            return entry;
        }

        static <P> @Nullable Entry<P> without(@Nullable Entry<P> first, Name token) {
            if (first == null) {
                return null;
            }
            Entry<P> rest = without(first.next, token);
            if (first.token.same(token)) {
                return rest;
            }
            return rest == first.next ? first : new Entry<>(first.token, first.project, rest);
        }
    }
}
