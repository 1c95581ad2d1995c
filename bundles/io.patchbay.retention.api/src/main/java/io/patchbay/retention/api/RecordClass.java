// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.api;

import java.util.Locale;

/** Classes of records that have periods of their own; the lower-case name is the one on the wire. */
public enum RecordClass {
    /** What was said in writing; shares the conversation's key with {@link #ATTACHMENTS}. */
    MESSAGES("Messages", "消息"),
    /** Files of messages. */
    ATTACHMENTS("Attachments", "附件"),
    /** Sound of calls; shares the interaction's key with {@link #FACTS}. */
    RECORDINGS("Recordings", "录音"),
    /** Who contacted whom about what: addresses, names, subjects and facts of a contact. */
    FACTS("Facts of contacts", "会话信息"),
    /** Customers' records. */
    CUSTOMERS("Customers", "客户资料"),
    /** Entries of the journal: kept for ever, since the chain of hashes must stay whole. */
    TRACE("Trace", "审计记录"),
    /** Rows of reports: figures without anything personal, kept for ever. */
    REPORTS("Rows of reports", "报表数据");

    private final String english;
    private final String chinese;

    RecordClass(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * The name on the wire and in the journal.
     *
     * @return lower-case name
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The English words.
     *
     * @return for people
     */
    public String english() {
        return english;
    }

    /**
     * The Chinese words.
     *
     * @return for people
     */
    public String chinese() {
        return chinese;
    }

    /**
     * Whether its records go when their periods are over.
     *
     * @return false for {@link #TRACE} and {@link #REPORTS}
     */
    public boolean expires() {
        return this != TRACE && this != REPORTS;
    }

    /**
     * Reads a wire name.
     *
     * @param wire what {@link #wire()} gave
     * @return the class
     * @throws IllegalArgumentException naming the text if there is none such
     */
    public static RecordClass parse(String wire) {
        for (RecordClass one : values()) {
            if (one.wire().equals(wire)) {
                return one;
            }
        }
        throw new IllegalArgumentException("not a class of records: \"" + wire + "\"");
    }
}
