// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.ui.kit.view.DeskPanel;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The panels that bundles bring to the desk; open desks follow their coming and going. */
final class DeskPanels {
    private final List<DeskPanel> panels = new CopyOnWriteArrayList<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    void add(DeskPanel panel) {
        panels.add(panel);
        followers.forEach(Runnable::run);
    }

    void remove(DeskPanel panel) {
        panels.remove(panel);
        followers.forEach(Runnable::run);
    }

    /** Those there are now, from top to bottom. */
    List<DeskPanel> all() {
        return panels.stream().sorted(Comparator.comparingInt(DeskPanel::order)).toList();
    }

    /** Told on any thread. */
    AutoCloseable follow(Runnable follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }
}
