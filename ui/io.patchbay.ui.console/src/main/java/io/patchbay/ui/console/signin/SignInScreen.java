// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.signin;

import io.patchbay.ui.console.core.Reader;

/** What the presenter shows. */
interface SignInScreen {
    /** Says why not. */
    void refused(String words);

    /** Asks for the second factor. */
    void codeWanted();

    /** Begins anew: what was proven is over. */
    void again(String words);

    /** Lets somebody in. */
    void entered(Reader reader);
}
