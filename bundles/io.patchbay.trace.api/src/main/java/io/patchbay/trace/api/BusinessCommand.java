// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.api;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.InteractionId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** How acts on accounts come into the trace. */
public sealed interface BusinessCommand extends Command {
    /**
     * Says that the core system will now be asked.
     *
     * @param kind the key of a {@link BusinessKind}
     * @param account the account's number, 4 to 40 characters
     * @param interaction the contact
     * @param before how the account stands, by field; may be empty
     */
    record BeginBusiness(String kind, String account, InteractionId interaction, Map<String, String> before)
            implements BusinessCommand {
        public BeginBusiness {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(interaction, "interaction");
            if (account.length() < 4 || account.length() > 40) {
                throw new IllegalArgumentException("account must have 4 to 40 characters but has " + account.length());
            }
            before = Map.copyOf(before);
        }

        /** Hides the account. */
        @Override
        public String toString() {
            return "BeginBusiness[" + kind + ", " + interaction + "]";
        }
    }

    /**
     * Says what came of it.
     *
     * @param act what {@code business.begin} gave
     * @param state {@code DONE}, {@code FAILED} or {@code UNKNOWN}
     * @param after how the account stands now, by field; may be empty
     * @param reason why not, in the core system's words, up to 200 characters; empty if it is done
     */
    record FinishBusiness(UUID act, BusinessAct.State state, Map<String, String> after, String reason)
            implements BusinessCommand {
        public FinishBusiness {
            Objects.requireNonNull(act, "act");
            if (state == BusinessAct.State.BEGUN) {
                throw new IllegalArgumentException("state must be done, failed or unknown but is begun");
            }
            after = Map.copyOf(after);
            if (reason.length() > 200) {
                throw new IllegalArgumentException("reason must have up to 200 characters but has " + reason.length());
            }
        }

        /** Hides what is in the account. */
        @Override
        public String toString() {
            return "FinishBusiness[" + act + ", " + state + "]";
        }
    }
}
