// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.queue.Why;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Journal form of {@link AssignmentEvent}. */
final class AssignmentBodies {
    private AssignmentBodies() {}

    static String type(AssignmentEvent event) {
        if (event instanceof AssignmentEvent.WrapUpBegan) {
            return "assignment.wrapUp";
        }
        String name = event.getClass().getSimpleName();
        return "assignment." + Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static Map<String, Object> write(AssignmentEvent event) {
        if (event instanceof AssignmentEvent.Offered e) {
            return Body.of(
                    "agent",
                    e.agent(),
                    "expiresAt",
                    e.expiresAt(),
                    "reason",
                    e.reason(),
                    "why",
                    e.why().map(Why::body));
        } else if (event instanceof AssignmentEvent.Withdrawn e) {
            return Body.of("agent", e.agent(), "reason", e.reason(), "why", e.why());
        } else if (event instanceof AssignmentEvent.WrapUpBegan e) {
            return Body.of("agent", e.agent(), "endsAt", e.endsAt());
        } else if (event instanceof AssignmentEvent.ExtensionAsked e) {
            return Body.of("agent", e.agent(), "seconds", e.seconds());
        } else if (event instanceof AssignmentEvent.Extended e) {
            return Body.of("agent", e.agent(), "endsAt", e.endsAt());
        } else if (event instanceof AssignmentEvent.CodeChosen e) {
            return Body.of("agent", e.agent(), "disposition", e.disposition(), "notes", e.notes());
        } else if (event instanceof AssignmentEvent.Ended e) {
            return Body.of(
                    "agent", e.agent(),
                    "outcome", e.outcome().wire(),
                    "disposition", e.disposition(),
                    "notes", e.notes());
        }
        return Body.of("agent", event.agent());
    }

    static Optional<CoreEvent> read(String type, Body body) {
        return switch (type) {
            case "assignment.offered" -> Optional.of(new AssignmentEvent.Offered(
                    body.agent(), Instant.parse(body.text("expiresAt")), body.text("reason"), body.why()));
            case "assignment.interrupted" -> Optional.of(new AssignmentEvent.Interrupted(body.agent()));
            case "assignment.continued" -> Optional.of(new AssignmentEvent.Continued(body.agent()));
            case "assignment.accepted" -> Optional.of(new AssignmentEvent.Accepted(body.agent()));
            case "assignment.declined" -> Optional.of(new AssignmentEvent.Declined(body.agent()));
            case "assignment.timedOut" -> Optional.of(new AssignmentEvent.TimedOut(body.agent()));
            case "assignment.withdrawn" -> Optional.of(
                    new AssignmentEvent.Withdrawn(body.agent(), body.text("reason"), body.maybeText("why")));
            case "assignment.parked" -> Optional.of(new AssignmentEvent.Parked(body.agent()));
            case "assignment.resumed" -> Optional.of(new AssignmentEvent.Resumed(body.agent()));
            case "assignment.wrapUp" -> Optional.of(
                    new AssignmentEvent.WrapUpBegan(body.agent(), Instant.parse(body.text("endsAt"))));
            case "assignment.extensionAsked" -> Optional.of(
                    new AssignmentEvent.ExtensionAsked(body.agent(), body.number("seconds")));
            case "assignment.extended" -> Optional.of(
                    new AssignmentEvent.Extended(body.agent(), Instant.parse(body.text("endsAt"))));
            case "assignment.extensionDeclined" -> Optional.of(new AssignmentEvent.ExtensionDeclined(body.agent()));
            case "assignment.codeChosen" -> Optional.of(new AssignmentEvent.CodeChosen(
                    body.agent(), body.maybeText("disposition"), body.maybeConfidential("notes")));
            case "assignment.ended" -> Optional.of(new AssignmentEvent.Ended(
                    body.agent(),
                    Assignment.End.parse(body.text("outcome")),
                    body.maybeText("disposition"),
                    body.maybeConfidential("notes")));
            default -> Optional.empty();
        };
    }
}
