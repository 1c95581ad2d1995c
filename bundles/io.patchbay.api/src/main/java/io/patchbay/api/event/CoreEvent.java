// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

/**
 * An event of the interaction path: what a journal line of the core means. The line's {@code type} and body are given
 * by {@code CoreEvents} in the core; the records here hold just the facts of each case.
 */
public sealed interface CoreEvent
        permits InteractionEvent,
                AssignmentEvent,
                MessageEvent,
                CallbackEvent,
                RatingEvent,
                ParticipantEvent,
                PresenceEvent {}
