// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.treatment;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a treatment decided. */
public sealed interface Treated {
    /**
     * It has nothing to say.
     *
     * @return an answer that changes nothing and leaves no trace
     */
    static Treated nothing() {
        return ToQueue.NOTHING;
    }

    /**
     * The contact goes on, perhaps elsewhere, earlier, or to somebody first.
     *
     * @param queue where it goes from here; empty for where it is going anyway
     * @param creditMinutes how much earlier it counts as having come, -120 to 120; adds to what others gave
     * @param officer who is tried first, for as long as the queue says; the first treatment that names one counts
     * @param facts declared by a {@code FactType}, up to 16: text, whole numbers or booleans
     * @param why the reason, without personal content; empty leaves no trace
     */
    record ToQueue(
            Optional<QueueId> queue,
            int creditMinutes,
            Optional<AgentId> officer,
            Map<String, Object> facts,
            Optional<Sentence> why)
            implements Treated {
        private static final ToQueue NOTHING =
                new ToQueue(Optional.empty(), 0, Optional.empty(), Map.of(), Optional.empty());

        public ToQueue {
            Objects.requireNonNull(queue, "queue");
            Objects.requireNonNull(officer, "officer");
            Objects.requireNonNull(why, "why");
            facts = Map.copyOf(facts);
            if (creditMinutes < -120 || creditMinutes > 120 || facts.size() > 16) {
                throw new IllegalArgumentException("creditMinutes must be -120 to 120 with up to 16 facts, but are "
                        + creditMinutes + " with " + facts.size());
            }
        }
    }

    /**
     * Nobody is there now.
     *
     * @param action what becomes of the contact
     * @param opens when somebody is there again, if that is known
     * @param said what the remote party is told; blank for nothing
     * @param why the reason
     */
    record Closed(Action action, Optional<Instant> opens, Sentence said, Sentence why) implements Treated {
        public Closed {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(opens, "opens");
            Objects.requireNonNull(said, "said");
            Objects.requireNonNull(why, "why");
        }

        /** What becomes of a contact outside the hours. */
        public enum Action {
            /** What can be kept waits until somebody is there; a call is told and ended. */
            MESSAGE,
            /** It is told and ended, except letters, which wait. */
            END
        }
    }

    /**
     * An agent calls the remote party; nobody need be on the line. Where no call can be made, what can be kept waits
     * without one, and a caller is turned away as if it were closed.
     *
     * @param creditMinutes as of {@link ToQueue}
     * @param officer as of {@link ToQueue}
     * @param at when, at the earliest; empty for its turn
     * @param said what the remote party is told, where it reads; blank for nothing
     * @param why the reason
     */
    record CallBack(int creditMinutes, Optional<AgentId> officer, Optional<Instant> at, Sentence said, Sentence why)
            implements Treated {
        public CallBack {
            Objects.requireNonNull(officer, "officer");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(said, "said");
            Objects.requireNonNull(why, "why");
            if (creditMinutes < -120 || creditMinutes > 120) {
                throw new IllegalArgumentException("creditMinutes must be -120 to 120 but are " + creditMinutes);
            }
        }
    }

    /**
     * The contact is turned away.
     *
     * @param said what the remote party is told; blank for nothing
     * @param facts as of {@link ToQueue}
     * @param why the reason
     */
    record Refuse(Sentence said, Map<String, Object> facts, Sentence why) implements Treated {
        public Refuse {
            Objects.requireNonNull(said, "said");
            facts = Map.copyOf(facts);
            Objects.requireNonNull(why, "why");
        }
    }
}
