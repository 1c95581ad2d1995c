// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

/** Names of the headers; docs/topics/routes.md says what they hold. */
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
    static final String INTERACTION = "PatchbayInteraction";
    static final String CONVERSATION = "PatchbayConversation";
    static final String MESSAGE = "PatchbayMessage";
    static final String AGAIN = "PatchbayAgain";
    static final String SEQ = "PatchbaySeq";
    static final String TYPE = "PatchbayType";
    static final String AT = "PatchbayAt";
    static final String EVENT_ID = "PatchbayEventId";
    static final String CHANNEL = "PatchbayChannel";
    static final String AGENT = "PatchbayAgent";
    static final String CUSTOMER = "PatchbayCustomer";
    static final String ADDRESS = "PatchbayAddress";
    static final String REASON = "PatchbayReason";
    static final String KEY = "PatchbayKey";

    private Header() {}
}
