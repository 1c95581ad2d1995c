// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.treatment;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides about each new contact once it is known whose it is and before it waits; registered as a service. All
 * treatments are asked one after the other; the first that turns a contact away is the last one asked. One that throws
 * or takes longer than 500 ms is named in the journal and passed over: the contact goes on without it. After five such
 * failures in a row it is left alone for 30 s.
 */
@ConsumerType
public interface Treatment {
    /**
     * Who decides, for the journal.
     *
     * @return dotted, for example {@code flow.lists}; the same always
     */
    String name();

    /**
     * When it is asked: the lower, the earlier. The built-in ones stand at 100 (lists), 200 (tiers) and 300 (hours).
     *
     * @return the same always
     */
    int order();

    /**
     * Decides. May wait for up to 500 ms; is interrupted then. Called by several threads at once.
     *
     * @param question all that is known, as the treatments before have left it
     * @return what shall become of the contact
     */
    Treated treat(TreatmentQuestion question);
}
