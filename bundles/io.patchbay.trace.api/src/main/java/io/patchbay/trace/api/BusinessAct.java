// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.api;

import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Something done to a customer's account during a contact (业务办理). It is begun before the core system is asked, so that
 * nothing done there can be missing here.
 *
 * @param id its id
 * @param kind the key of a {@link BusinessKind}
 * @param account the account's last four characters behind dots; empty if it is erased
 * @param interaction the contact
 * @param unit whose contact it is
 * @param who who did it, as the journal names him
 * @param beganAt when
 * @param state what is known of it
 */
public record BusinessAct(
        UUID id,
        String kind,
        Optional<String> account,
        InteractionId interaction,
        UnitId unit,
        String who,
        Instant beganAt,
        State state) {
    public BusinessAct {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(state, "state");
    }

    /** What is known of an act; the lower-case name is the one on the wire. */
    public enum State {
        /** The core system is being asked. */
        BEGUN,
        /** The core system said yes. */
        DONE,
        /** The core system said no, or was not reached. */
        FAILED,
        /** It gave no answer: somebody has to look there. A later finish may still say what it was. */
        UNKNOWN;

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
