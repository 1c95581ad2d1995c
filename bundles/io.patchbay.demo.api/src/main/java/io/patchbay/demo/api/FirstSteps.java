// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.api;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A newcomer's way through one contact of each channel; there while the town is. Safe for any thread; the first call
 * for a person waits for the database.
 */
@ProviderType
public interface FirstSteps {
    /**
     * How far somebody is.
     *
     * @param user who
     * @return his steps and his telephone
     */
    Tour tour(UserId user);

    /**
     * The steps of one person.
     *
     * @param steps one a channel, in the order to take them
     * @param phone what rings when he is called
     * @param extension his extension; empty if he has none
     * @param sipPort where a telephone registers, on this machine
     */
    record Tour(List<Step> steps, Phone phone, Optional<String> extension, int sipPort) {
        /** Copies the steps. */
        public Tour {
            steps = List.copyOf(steps);
            Objects.requireNonNull(phone, "phone");
            Objects.requireNonNull(extension, "extension");
        }

        /**
         * Whether all is done.
         *
         * @return true if each step is
         */
        public boolean done() {
            return steps.stream().allMatch(step -> step.stage() == Stage.DONE);
        }
    }

    /**
     * One channel's step.
     *
     * @param channel which
     * @param stage how far it is
     * @param interaction the contact at it, or the one that finished it
     */
    record Step(ChannelKey channel, Stage stage, Optional<InteractionId> interaction) {
        /** Refuses nulls. */
        public Step {
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(interaction, "interaction");
        }
    }

    /** How far a step is. */
    enum Stage {
        /** Not begun. */
        OPEN,
        /** Somebody is on the way. */
        COMING,
        /** It rings. */
        RINGING,
        /** It is answered. */
        ANSWERED,
        /** The contact is over; code and notes are due. */
        WRAP_UP,
        /** A contact of the channel was answered and closed. */
        DONE
    }

    /** What rings when somebody is called. */
    enum Phone {
        /** Nothing. */
        NONE,
        /** The demo's telephone is on its way to him. */
        COMING,
        /** The demo's telephone, which answers by itself. */
        DEMO,
        /** A telephone of his own. */
        OWN
    }
}
