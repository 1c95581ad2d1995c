// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer.source;

import io.patchbay.api.access.Mask;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.customer.CustomerCards;
import io.patchbay.api.customer.SourceCard;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.watch.Watch;
import io.patchbay.spi.customer.CustomerSource;
import io.patchbay.spi.customer.CustomerSource.Question;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What all sources know of the customer of a contact; slow and dead ones hold nobody up. */
public final class SourceCards implements CustomerCards {
    /** How long somebody waits who looks at a card. */
    static final Duration WAIT = Duration.ofMillis(500);

    private final InstantSource clock;
    private final Later later;
    private final Map<String, AskedSource> sources = new ConcurrentHashMap<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    private record Watcher(Scope scope, Interaction contact, Consumer<List<SourceCard>> changed) {}

    SourceCards(InstantSource clock, Later later) {
        this.clock = clock;
        this.later = later;
    }

    void joined(CustomerSource source) {
        sources.put(source.name(), new AskedSource(source, clock, later));
        for (Watcher watcher : watchers) {
            ask(watcher.contact(), () -> {});
            tell(watcher.contact().id());
        }
    }

    void left(CustomerSource source) {
        sources.computeIfPresent(source.name(), (name, asked) -> asked.asks(source) ? null : asked);
        watchers.forEach(watcher -> tell(watcher.contact().id()));
    }

    @Override
    public List<SourceCard> known(Scope scope, Interaction contact) {
        return scope.may(Permissions.CUSTOMERS, contact.place()) ? seen(scope, contact) : List.of();
    }

    /** Identity documents in full only for those with the right. */
    private List<SourceCard> seen(Scope scope, Interaction contact) {
        return scope.may(Permissions.IDENTITY, contact.place())
                ? cards(contact)
                : cards(contact).stream().map(SourceCards::masked).toList();
    }

    private static SourceCard masked(SourceCard card) {
        return new SourceCard(
                card.source(),
                card.title(),
                card.rows().stream()
                        .map(row -> new SourceCard.Row(row.label(), Mask.identities(row.value())))
                        .toList(),
                card.alerts().stream().map(Mask::identities).toList(),
                card.state(),
                card.asOf(),
                card.trouble());
    }

    private List<SourceCard> cards(Interaction contact) {
        Optional<String> key = key(contact);
        return key.isEmpty()
                ? List.of()
                : sources.values().stream()
                        .sorted(Comparator.comparing(AskedSource::name))
                        .map(source -> source.card(key.get()))
                        .toList();
    }

    /** Who the sources say he is: the first that knows. */
    Optional<Answer.Person> person(Interaction contact) {
        return key(contact).flatMap(key -> sources.values().stream()
                .sorted(Comparator.comparing(AskedSource::name))
                .flatMap(source -> source.person(key).stream())
                .findFirst());
    }

    @Override
    public CompletionStage<List<SourceCard>> ask(Scope scope, Interaction contact) {
        return ask(scope, contact, false);
    }

    @Override
    public CompletionStage<List<SourceCard>> askAgain(Scope scope, Interaction contact) {
        return ask(scope, contact, true);
    }

    private CompletionStage<List<SourceCard>> ask(Scope scope, Interaction contact, boolean insisted) {
        Optional<String> key = key(contact);
        if (key.isEmpty() || !scope.may(Permissions.CUSTOMERS, contact.place())) {
            return CompletableFuture.completedStage(List.of());
        }
        CompletableFuture<List<SourceCard>> answer = new CompletableFuture<>();
        asking(key.get(), contact, insisted, () -> tell(contact.id()))
                .thenAccept(done -> answer.complete(seen(scope, contact)));
        later.after(WAIT, () -> answer.complete(seen(scope, contact)));
        return answer;
    }

    /** Asks, and runs {@code news} after each source that has some, however late it comes. */
    void ask(Interaction contact, Runnable news) {
        key(contact)
                .ifPresent(key -> asking(key, contact, false, () -> {
                    news.run();
                    tell(contact.id());
                }));
    }

    private CompletionStage<Boolean> asking(String key, Interaction contact, boolean insisted, Runnable news) {
        // a masked name would find somebody else
        Question question = new Question(
                contact.customer(), party(contact), contact.contact().name().filter(name -> !name.endsWith("**")));
        CompletionStage<Boolean> all = CompletableFuture.completedStage(true);
        for (AskedSource source : sources.values()) {
            CompletionStage<Void> told = source.ask(key, question, insisted).thenAccept(fresh -> {
                if (fresh) {
                    news.run();
                }
            });
            all = all.thenCombine(told, (before, one) -> before);
        }
        return all;
    }

    private void tell(InteractionId id) {
        watchers.stream().filter(watcher -> watcher.contact().id().equals(id)).forEach(watcher -> watcher.changed()
                .accept(known(watcher.scope(), watcher.contact())));
    }

    @Override
    public Watch watch(Scope scope, Interaction contact, Consumer<List<SourceCard>> changed) {
        Watcher watcher = new Watcher(scope, contact, changed);
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private static Optional<io.patchbay.api.address.Address> party(Interaction contact) {
        return contact.contact().direction() == Direction.INBOUND
                ? contact.contact().from()
                : contact.contact().to();
    }

    private static Optional<String> key(Interaction contact) {
        return contact.customer().map(Object::toString).or(() -> party(contact).map(address -> address.text()));
    }
}
