// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

/** What the presenter shows. */
interface DeskScreen {
    /** Shows the desk as it is. */
    void show(DeskModel model);

    /** Says why something was refused; empty takes the words away. */
    void problem(String words);

    /** Gives a text back that could not be sent. */
    void unsent(String key, String text);
}
