// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.letter;

import io.patchbay.api.access.Scope;
import io.patchbay.api.customer.CustomerIdentification;
import io.patchbay.api.customer.CustomerIdentification.Identification;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.core.letter.LetterTable.Place;
import io.patchbay.spi.channel.Letter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Which conversation a letter belongs to: the one it refers to, if its sender takes part there; without a subject of
 * its own, the newest of its sender or of the customer he is. May wait for the database.
 */
final class Threading {
    /** How long an address without subjects goes on with its last conversation. */
    static final Duration SAME_MATTER = Duration.ofDays(3);
    /** How long a customer's other address does. */
    static final Duration SAME_CUSTOMER = Duration.ofDays(1);

    private static final long IDENTIFY_MILLIS = 500;
    private static final int LOOK_BACK = 20;

    private final Correspondence correspondence;
    private final CustomerIdentification identification;
    private final Interactions interactions;
    private final InstantSource clock;

    Threading(
            Correspondence correspondence,
            CustomerIdentification identification,
            Interactions interactions,
            InstantSource clock) {
        this.correspondence = correspondence;
        this.identification = identification;
        this.interactions = interactions;
        this.clock = clock;
    }

    Optional<ConversationId> of(Letter letter) {
        Optional<ConversationId> referred = referred(letter);
        if (referred.isPresent() || letter.about().subject().isPresent()) {
            return referred;
        }
        Optional<ConversationId> newest =
                correspondence.newest(letter.from(), clock.instant().minus(SAME_MATTER));
        return newest.isPresent() ? newest : ofCustomer(letter);
    }

    /** The conversation that something of ours without a subject goes on with. */
    Optional<ConversationId> of(OutboundCommand.WriteTo command) {
        return command.subject().isPresent()
                ? Optional.empty()
                : correspondence.newest(command.to(), clock.instant().minus(SAME_MATTER));
    }

    /** The newest letter it names that is in a conversation of the sender's. */
    private Optional<ConversationId> referred(Letter letter) {
        List<String> names = letter.refersTo();
        for (int i = names.size() - 1; i >= 0; i--) {
            Optional<ConversationId> conversation = correspondence
                    .letter(LetterKeys.key(letter.channel(), LetterKeys.message(names.get(i))))
                    .map(Place::conversation);
            if (conversation.isPresent() && belongs(letter, conversation.get())) {
                return conversation;
            }
        }
        return Optional.empty();
    }

    /** A forged reference must not put words into somebody else's conversation. */
    private boolean belongs(Letter letter, ConversationId conversation) {
        return correspondence.takesPart(letter.from(), conversation)
                || customer(letter)
                        .filter(who -> of(who, Instant.EPOCH).stream()
                                .anyMatch(contact -> contact.conversation().equals(conversation)))
                        .isPresent();
    }

    private Optional<ConversationId> ofCustomer(Letter letter) {
        Instant since = clock.instant().minus(SAME_CUSTOMER);
        return customer(letter)
                .flatMap(who -> of(who, since).stream().findFirst())
                .map(Interaction::conversation);
    }

    /** His written contacts, newest first; what was said on the telephone is not written into. */
    private List<Interaction> of(CustomerId customer, Instant since) {
        return interactions.list(Scope.system(), InteractionFilter.of(customer, LOOK_BACK)).stream()
                .filter(contact -> !contact.contact().kind().value().equals("call"))
                .filter(contact -> contact.times().arrivedAt().isAfter(since))
                .toList();
    }

    private Optional<CustomerId> customer(Letter letter) {
        CompletableFuture<Identification> who =
                identification.identify(letter.from()).toCompletableFuture();
        Identification found = who.copy()
                .completeOnTimeout(
                        new Identification.Unavailable(Duration.ZERO), IDENTIFY_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(failure -> new Identification.Unavailable(Duration.ZERO))
                .join();
        return found instanceof Identification.Known known ? Optional.of(known.customer()) : Optional.empty();
    }
}
