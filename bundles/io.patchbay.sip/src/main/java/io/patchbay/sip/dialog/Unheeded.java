// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.edge.Response;
import io.patchbay.sip.transaction.ClientTransaction;

/** For BYE, CANCEL and NOTIFY: they are repeated until something comes, whatever that is. */
enum Unheeded implements ClientTransaction.User {
    ANSWER;

    @Override
    public void answered(Response response) {}

    @Override
    public void failed(int status) {}
}
