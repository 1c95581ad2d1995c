// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

/** What beats with the view: at most one task, that of the page shown now. Called in the window's UI thread. */
public final class Pulse {
    private Runnable task = () -> {};

    /** Does the task of the page shown now. */
    public void beat() {
        task.run();
    }

    /** Forgets the page that is left. */
    public void rest() {
        task = () -> {};
    }

    void follow(Runnable next) {
        task = next;
    }
}
