// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Walks few sorted groups as one, in order, each once: the first costs one look at each group's head. */
final class Merged<T> implements Iterator<T> {
    private final List<Iterator<T>> rests = new ArrayList<>();
    private final List<T> heads = new ArrayList<>();
    private final Comparator<T> order;

    private Merged(List<? extends Collection<T>> groups, Comparator<T> order) {
        this.order = order;
        for (Collection<T> group : groups) {
            Iterator<T> members = group.iterator();
            if (members.hasNext()) {
                heads.add(members.next());
                rests.add(members);
            }
        }
    }

    static <T> Stream<T> stream(List<? extends Collection<T>> groups, Comparator<T> order, Predicate<T> fits) {
        Iterator<T> all = groups.size() == 1 ? groups.get(0).iterator() : new Merged<>(groups, order);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false)
                .filter(fits);
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public T next() {
        int first = 0;
        for (int i = 1; i < heads.size(); i++) {
            first = order.compare(heads.get(i), heads.get(first)) < 0 ? i : first;
        }
        T head = heads.get(first);
        step(first);
        for (int i = heads.size() - 1; i >= 0; i--) {
            if (order.compare(heads.get(i), head) == 0) {
                step(i);
            }
        }
        return head;
    }

    private void step(int first) {
        if (rests.get(first).hasNext()) {
            heads.set(first, rests.get(first).next());
        } else {
            heads.remove(first);
            rests.remove(first);
        }
    }
}
