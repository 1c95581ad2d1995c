// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.journal.JournalEntry;
import java.util.Map;
import java.util.Optional;

/** The journal's words for the core's events: type, version and body of each, both ways. */
public final class CoreEvents {
    /** Version of every core event's body so far. */
    public static final int VERSION = 1;

    private CoreEvents() {}

    /**
     * The journal type of an event.
     *
     * @param event the event
     * @return its type, for example {@code interaction.arrived}
     */
    public static String type(CoreEvent event) {
        return event instanceof InteractionEvent interaction
                ? InteractionBodies.type(interaction)
                : event instanceof AssignmentEvent assignment
                        ? AssignmentBodies.type(assignment)
                        : event instanceof MessageEvent message
                                ? MessageBodies.type(message)
                                : event instanceof CallbackEvent callback
                                        ? CallbackBodies.type(callback)
                                        : event instanceof RatingEvent rating
                                                ? RatingBodies.type(rating)
                                                : event instanceof ParticipantEvent participant
                                                        ? ParticipantBodies.type(participant)
                                                        : "presence.changed";
    }

    /**
     * The body of an event, as a draft takes it.
     *
     * @param event the event
     * @return JSON values
     */
    public static Map<String, Object> body(CoreEvent event) {
        return event instanceof InteractionEvent interaction
                ? InteractionBodies.write(interaction)
                : event instanceof AssignmentEvent assignment
                        ? AssignmentBodies.write(assignment)
                        : event instanceof MessageEvent message
                                ? MessageBodies.write(message)
                                : event instanceof CallbackEvent callback
                                        ? CallbackBodies.write(callback)
                                        : event instanceof RatingEvent rating
                                                ? RatingBodies.write(rating)
                                                : event instanceof ParticipantEvent participant
                                                        ? ParticipantBodies.write(participant)
                                                        : PresenceBodies.write((PresenceEvent) event);
    }

    /**
     * Reads the event out of a journal line.
     *
     * @param entry a line
     * @return the event; empty if the type is not the core's or the version is newer than this code
     */
    public static Optional<CoreEvent> read(JournalEntry entry) {
        if (entry.version() > VERSION) {
            return Optional.empty();
        }
        Body body = new Body(entry);
        int dot = entry.type().indexOf('.');
        return switch (dot < 0 ? "" : entry.type().substring(0, dot)) {
            case "interaction" -> InteractionBodies.read(entry.type(), body);
            case "assignment" -> AssignmentBodies.read(entry.type(), body);
            case "message" -> MessageBodies.read(entry.type(), body);
            case "callback" -> CallbackBodies.read(entry.type(), body);
            case "rating" -> RatingBodies.read(entry.type(), body);
            case "participant" -> ParticipantBodies.read(entry.type(), body);
            case "presence" -> PresenceBodies.read(entry.type(), body);
            default -> Optional.empty();
        };
    }
}
