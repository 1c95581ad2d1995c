// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

/** Headers between these endpoints and those of {@code patchbay:}. */
final class Header {
    static final String ID = "PatchbayId";
    static final String FROM = "PatchbayFrom";
    static final String TO = "PatchbayTo";
    static final String QUEUE = "PatchbayQueue";
    static final String SUBJECT = "PatchbaySubject";
    static final String NAME = "PatchbayName";
    static final String LOCALE = "PatchbayLocale";
    static final String KIND = "PatchbayKind";
    static final String REFERS_TO = "PatchbayRefersTo";
    static final String ENCLOSURES = "PatchbayEnclosures";
    static final String AGAIN = "PatchbayAgain";
    static final String EVENT_ID = "PatchbayEventId";
    static final String INTERACTION = "PatchbayInteraction";

    private Header() {}
}
