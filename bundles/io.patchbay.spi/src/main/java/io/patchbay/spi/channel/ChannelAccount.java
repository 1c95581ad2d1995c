// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.address.Address;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One configured account of a channel.
 *
 * @param pid its configuration, for example {@code io.patchbay.channel.sms-main}
 * @param state how it is
 * @param reason why, in a sentence; empty if it is up
 * @param address its address of ours, from which messages can be sent; empty if the channel has none
 */
public record ChannelAccount(String pid, State state, String reason, Optional<Address> address) {
    /**
     * An account without an address to send from.
     *
     * @param pid its configuration
     * @param state how it is
     * @param reason why; empty if it is up
     */
    public ChannelAccount(String pid, State state, String reason) {
        this(pid, state, reason, Optional.empty());
    }

    public ChannelAccount {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(pid, "pid");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
    }

    /** How an account is. */
    public enum State {
        /** Works. */
        UP,
        /** On its way. */
        CONNECTING,
        /** The other side does not want us. */
        REFUSED,
        /** Does not work. */
        DOWN;

        /**
         * The name on the wire.
         *
         * @return lower-case name
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
