// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.signin;

import io.patchbay.ui.console.core.Reader;

/** What the presenter shows. */
interface SignInScreen {
    /** Says why not. */
    void refused(String words);

    /** Lets somebody in. */
    void entered(Reader reader);
}
