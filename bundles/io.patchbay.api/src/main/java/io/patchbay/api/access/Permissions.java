// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.access;

/**
 * The permissions that the interaction path itself asks for; other bundles declare theirs as {@code PermissionType}.
 */
public final class Permissions {
    /** Take contacts, answer them, change one's own presence. */
    public static final String AGENT = "agent.work";
    /** See queues, agents and contacts of one's units as they are now. */
    public static final String FLOOR = "floor.see";
    /** Move or end contacts of other agents. */
    public static final String SUPERVISE = "floor.supervise";
    /** Read interactions of the past, and all of one's units rather than only one's own. */
    public static final String RECORDS = "records.see";
    /** Hear recordings of one's units; agents hear those of their own contacts only with it too. */
    public static final String RECORDINGS = "recording.play";
    /** Set marks and notes in recordings one may hear. */
    public static final String RECORDING_MARKS = "recording.mark";
    /** Take recordings one may hear out of Patchbay as files, for a purpose. */
    public static final String RECORDING_COPIES = "recording.copy";
    /** Read customers. */
    public static final String CUSTOMERS = "customer.see";
    /** Change customers. */
    public static final String CUSTOMERS_EDIT = "customer.edit";
    /** See numbers and addresses unmasked. */
    public static final String UNMASKED = "address.unmasked";
    /** See customers' names unmasked. */
    public static final String NAMES = "name.unmasked";
    /** See identity documents unmasked. */
    public static final String IDENTITY = "identity.unmasked";
    /** Read the journal and opened content in it. */
    public static final String JOURNAL = "journal.read";
    /** Read reports. */
    public static final String REPORTS = "report.see";
    /** See colleagues, units and roles with what they may. */
    public static final String PEOPLE_SEE = "people.see";
    /** Change people, units and roles. */
    public static final String PEOPLE = "people.edit";
    /** Give the first review (初审) to a colleague's change. */
    public static final String REVIEW_FIRST = "approval.first";
    /** Give the final review (终审) to a colleague's change. */
    public static final String REVIEW_FINAL = "approval.final";
    /** Ask who could see something on a day of the past. */
    public static final String RIGHTS_ASK = "rights.ask";
    /** Change queues, skills and codes. */
    public static final String ROUTING = "routing.edit";
    /** See channel accounts, features and health, and use the shell. */
    public static final String OPERATE = "system.operate";
    /** Read who did what in one's units. */
    public static final String TRACE = "trace.see";
    /** Take lists out of Patchbay as files. */
    public static final String EXPORT = "export.make";
    /** Handle business on customers' accounts. */
    public static final String BUSINESS = "business.handle";

    private Permissions() {}
}
