// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Problem;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.customer.CustomerIdentification.Identification;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Turn;
import io.patchbay.core.treat.Verdict;
import io.patchbay.core.treat.Verdict.Step;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSession.OutboundMessage;
import io.patchbay.spi.treatment.Sentence;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.TreatmentQuestion;
import io.patchbay.spi.treatment.TreatmentQuestion.Who;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Step 3: what the treatments decide about a contact before it waits. They are asked elsewhere; here it is done. */
final class Treating {
    private static final Actor TREATMENT = new Actor.Part("treatment");
    private static final WorkKind MAIL = new WorkKind("mail");

    private final SlotState state;
    private final Surroundings around;
    private final Arriving arriving;
    private final Ending ending;
    private final Facts facts;
    private final CallbackAsking asking;

    Treating(
            SlotState state,
            Surroundings around,
            Arriving arriving,
            Ending ending,
            Facts facts,
            CallbackAsking asking) {
        this.state = state;
        this.around = around;
        this.arriving = arriving;
        this.ending = ending;
        this.facts = facts;
        this.asking = asking;
    }

    /** It is known who it is: without a treatment it waits at once. */
    void begin(Turn turn, LiveInteraction contact, Identification who) {
        if (!around.treats(contact.id(), question(turn, contact, who))) {
            arriving.enqueue(turn, contact, contact.queue(), Optional.empty(), TREATMENT);
        }
    }

    private static TreatmentQuestion question(Turn turn, LiveInteraction contact, Identification who) {
        return new TreatmentQuestion(
                new TreatmentQuestion.Contact(
                        contact.contact().channel(),
                        contact.contact().kind(),
                        contact.contact().from(),
                        contact.contact().to(),
                        contact.contact().locale()),
                contact.queue(),
                contact.unit(),
                who instanceof Identification.Known known
                        ? Optional.of(new Who(known.customer(), known.tier(), known.unit(), known.care()))
                        : Optional.empty(),
                contact.facts(),
                turn.now());
    }

    /** All are asked: what they decided happens now. */
    void decided(Turn turn, LiveInteraction contact, Verdict verdict) {
        for (Step step : verdict.steps()) {
            if (step instanceof Step.Failed failed) {
                turn.record(contact, failure(failed), TREATMENT);
            } else if (step instanceof Step.Decided decided) {
                record(turn, contact, decided);
            }
        }
        Favour.of(verdict).ifPresent(favoured -> turn.record(contact, favoured, TREATMENT));
        Treated last = verdict.last().orElse(Treated.nothing());
        if (last instanceof Treated.Refuse refuse) {
            tell(turn, contact, refuse.said());
            ending.turnAway(turn, contact, "refused", "refused", TREATMENT);
        } else if (last instanceof Treated.Closed closed) {
            closed(turn, contact, verdict, closed);
        } else if (last instanceof Treated.CallBack call) {
            called(turn, contact, verdict, call);
        } else {
            wait(turn, contact, verdict, Optional.empty());
        }
    }

    /** He is called; a caller who cannot be is told that nobody is there, everything else waits without a call. */
    private void called(Turn turn, LiveInteraction contact, Verdict verdict, Treated.CallBack call) {
        boolean reads = reads(contact);
        if (asking.agreed(turn, contact, call.at(), TREATMENT) || call.at().isEmpty() || reads) {
            if (reads) {
                tell(turn, contact, call.said());
            }
            wait(turn, contact, verdict, call.at());
        } else {
            ending.turnAway(turn, contact, "closed", "closed", TREATMENT);
        }
    }

    /** It cannot be kept waiting: it is told why and let go. */
    void letGo(Turn turn, LiveInteraction contact, Problem problem) {
        tell(turn, contact, new Sentence(problem.english(), problem.chinese()));
        ending.turnAway(turn, contact, problem.code(), "refused", TREATMENT);
        around.placesChanged();
    }

    private void closed(Turn turn, LiveInteraction contact, Verdict verdict, Treated.Closed closed) {
        boolean kept = contact.contact().kind().equals(MAIL)
                || (closed.action() == Treated.Closed.Action.MESSAGE && reads(contact));
        tell(turn, contact, closed.said());
        if (kept) {
            wait(turn, contact, verdict, closed.opens());
        } else {
            ending.turnAway(turn, contact, "closed", "closed", TREATMENT);
        }
    }

    private void wait(Turn turn, LiveInteraction contact, Verdict verdict, Optional<Instant> since) {
        if (around.queue(verdict.question().queue()).isPresent()) {
            arriving.enqueueSince(turn, contact, verdict.question().queue(), since, TREATMENT);
        } else {
            arriving.enqueueSince(turn, contact, contact.queue(), since, TREATMENT);
        }
    }

    private void record(Turn turn, LiveInteraction contact, Step.Decided decided) {
        if (decided.treated() instanceof Treated.ToQueue to) {
            note(turn, contact, to.facts());
            to.why()
                    .ifPresent(why -> turn.record(
                            contact,
                            new InteractionEvent.Treated(
                                    decided.by(), "queue", to.queue(), why.english(), why.chinese()),
                            TREATMENT));
        } else if (decided.treated() instanceof Treated.Closed closed) {
            turn.record(contact, ends(decided.by(), "closed", closed.why()), TREATMENT);
        } else if (decided.treated() instanceof Treated.CallBack call) {
            turn.record(contact, ends(decided.by(), "callback", call.why()), TREATMENT);
        } else if (decided.treated() instanceof Treated.Refuse refuse) {
            note(turn, contact, refuse.facts());
            turn.record(contact, ends(decided.by(), "refused", refuse.why()), TREATMENT);
        }
    }

    private void note(Turn turn, LiveInteraction contact, Map<String, Object> found) {
        found.forEach((key, value) -> facts.found(turn, contact, key, value, TREATMENT));
    }

    private static InteractionEvent.Treated ends(String by, String decision, Sentence why) {
        return new InteractionEvent.Treated(by, decision, Optional.empty(), why.english(), why.chinese());
    }

    private static InteractionEvent.Treated failure(Step.Failed failed) {
        return ends(
                failed.by(),
                "failed",
                new Sentence(failed.by() + " could not decide and was passed over", failed.by() + " 未能判定，已跳过"));
    }

    private boolean reads(LiveInteraction contact) {
        return contact.byLetter()
                || state.session(contact.id()).map(ChannelSession::reads).orElse(true);
    }

    /**
     * Words of the house. Mails get none: their accounts answer by themselves, by the rules for automatic replies; nor
     * do short codes, behind which nobody reads.
     */
    private void tell(Turn turn, LiveInteraction contact, Sentence said) {
        boolean reads = reads(contact)
                && !contact.contact().kind().equals(MAIL)
                && contact.contact()
                        .from()
                        .filter(Address.ShortCode.class::isInstance)
                        .isEmpty();
        String text = said.text(Locale.forLanguageTag(contact.contact().locale()));
        if (!reads || text.isBlank()) {
            return;
        }
        MessageId message = new MessageId("treated-" + turn.now().toEpochMilli() + "-" + contact.id());
        Optional<MessageEvent.Way> way =
                contact.byLetter() ? Optional.of(Ways.own(contact.contact())) : Optional.empty();
        turn.record(
                contact,
                new MessageEvent.Sent(message, Optional.empty(), new Confidential.Clear(text), way, List.of()),
                TREATMENT);
        if (way.isEmpty()) {
            OutboundMessage outbound = new OutboundMessage(message, "", text, turn.now());
            Optional<ChannelSession> session = state.session(contact.id());
            turn.after(() -> session.ifPresent(out -> out.send(outbound)));
        }
    }
}
