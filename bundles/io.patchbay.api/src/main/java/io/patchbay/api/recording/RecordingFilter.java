// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.recording;

import io.patchbay.api.address.Address;
import io.patchbay.api.interaction.InteractionFilter;
import java.util.Objects;
import java.util.Optional;

/**
 * Which recorded contacts to find. Empty parts do not narrow.
 *
 * @param contact agent, date, customer, queue, channel, page; its state counts for nothing
 * @param address the remote party's address
 * @param code the key of the wrap-up code that was chosen last
 */
public record RecordingFilter(InteractionFilter contact, Optional<Address> address, Optional<String> code) {
    public RecordingFilter {
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(code, "code");
    }
}
