// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The children of an element, each made for what it shows: a child stays while that is wanted, so that little is
 * pushed.
 */
final class Kept<K> {
    private final Element parent;
    private final Function<K, Component> make;
    private Map<K, Component> children = Map.of();

    Kept(Component parent, Function<K, Component> make) {
        this.parent = parent.getElement();
        this.make = make;
    }

    void show(Collection<K> wanted) {
        if (List.copyOf(wanted).equals(List.copyOf(children.keySet()))) {
            return;
        }
        Map<K, Component> next = new LinkedHashMap<>();
        for (K key : wanted) {
            Component child = children.get(key);
            next.put(key, child == null ? make.apply(key) : child);
        }
        children.forEach((key, child) -> {
            if (!next.containsKey(key)) {
                child.getElement().removeFromParent();
            }
        });
        int at = 0;
        for (Component child : next.values()) {
            if (at >= parent.getChildCount() || !parent.getChild(at).equals(child.getElement())) {
                parent.insertChild(at, child.getElement());
            }
            at++;
        }
        children = next;
    }
}
