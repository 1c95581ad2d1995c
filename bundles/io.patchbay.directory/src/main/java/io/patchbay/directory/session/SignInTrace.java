// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import io.patchbay.api.command.Actor;
import io.patchbay.api.people.Person;
import io.patchbay.api.signin.Visit;
import io.patchbay.directory.Threads;
import io.patchbay.directory.trace.Acts;
import io.patchbay.directory.trace.Acts.By;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What signing in leaves in the journal. */
public final class SignInTrace {
    private static final Actor DIRECTORY = new Actor.Part("directory");

    private final Acts acts;
    private final Threads threads;

    /**
     * A trace.
     *
     * @param transactions of the unit {@code directory}
     * @param outbox takes the entries
     * @param threads write what nobody waits for
     * @param clock says when
     */
    public SignInTrace(Transactions transactions, Outbox outbox, Threads threads, InstantSource clock) {
        this.acts = new Acts(transactions, outbox, clock);
        this.threads = threads;
    }

    void entered(Person person, Visit visit, String factor, boolean newPlace) {
        Map<String, Object> body = body(person, visit.address());
        if (!factor.isEmpty()) {
            body.put("factor", factor);
        }
        Actor self = new Actor.Person(person.user(), io.patchbay.api.access.Scope.system());
        write(self, "signIn.succeeded", person, body);
        if (newPlace) {
            body.put("device", visit.device());
            write(self, "signIn.newPlace", person, body);
        }
    }

    private static Map<String, Object> body(Person person, String address) {
        return new TreeMap<>(Map.of("user", person.user().value(), "source", address));
    }

    private void write(Actor actor, String type, Person person, Map<String, Object> body) {
        acts.write(new By(actor, ""), type, person.unit(), body, () -> {});
    }

    void failed(Person person, String address, String step, Optional<Instant> until, Places places) {
        Map<String, Object> body = body(person, address);
        body.put("step", step);
        until.ifPresent(at -> body.put("until", at.toString()));
        String type = until.isPresent() ? "signIn.locked" : "signIn.failed";
        threads.later("The trace of a failed sign-in", () -> {
            write(DIRECTORY, type, person, body);
            places.failed(person.user());
        });
    }

    void refused(Person person, String provider, String why) {
        Map<String, Object> body =
                new TreeMap<>(Map.of("user", person.user().value(), "provider", provider, "why", why));
        threads.later("The trace of a refused sign-in", () -> write(DIRECTORY, "signIn.refused", person, body));
    }
}
