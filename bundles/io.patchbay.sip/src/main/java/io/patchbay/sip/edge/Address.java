// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.message.SipUri;

/**
 * A name-addr with its parameters: From, To, Contact, P-Asserted-Identity.
 *
 * @param display displayed name, unquoted
 * @param uri the parts of the URI
 * @param uriText the URI as written
 * @param tag empty if it has none
 * @param text the whole value as written
 */
public record Address(String display, SipUri uri, String uriText, String tag, String text) {
    /** The same without what only messages need. */
    public SipParty party() {
        return new SipParty(display, uri.user(), uri.host());
    }
}
