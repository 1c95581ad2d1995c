// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import io.patchbay.sip.edge.Address;
import io.patchbay.sip.edge.Contacts;
import io.patchbay.sip.edge.Grammar;
import io.patchbay.sip.edge.MessageText;
import io.patchbay.sip.edge.Request;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.registrar.Binding;
import io.patchbay.sip.registrar.RegisterResult;
import io.patchbay.sip.registrar.RegisterWish;
import io.patchbay.sip.registrar.Registrar;
import io.patchbay.sip.transaction.ServerTransaction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Turns a REGISTER into words of the registrar, and its result into an answer. On the lane of the Call-ID. */
final class RegisterDesk {
    private static final int MOST_CONTACTS = 16;

    private final Registrar registrar;
    private final InstantSource clock;
    private final Predicate<Peer> open;

    /** {@code open} says whether answers still get to where a request came from. */
    RegisterDesk(Registrar registrar, InstantSource clock, Predicate<Peer> open) {
        this.registrar = registrar;
        this.clock = clock;
        this.open = open;
    }

    void register(Object party, Request request, ServerTransaction transaction) {
        String user = party instanceof String name ? name : request.to().party().user();
        Optional<RegisterWish> wish = wish(user, request);
        if (wish.isEmpty()) {
            transaction.respond(400, "Bad Request: contacts");
            return;
        }
        RegisterResult result = registrar.register(wish.get());
        if (!open.test(request.source())) { // it went while this waited: nobody would tell the registrar any more
            registrar.lost(request.source());
        }
        if (result instanceof RegisterResult.Bound bound) {
            transaction.respond(200, bound(transaction.reply(200, ""), bound.bindings()));
        } else if (result instanceof RegisterResult.TooBrief brief) {
            MessageText reply =
                    transaction.reply(423, "").line("Min-Expires", Integer.toString(brief.minExpiresSeconds()));
            transaction.respond(423, reply.bytes());
        } else {
            transaction.respond(((RegisterResult.Refused) result).status(), "");
        }
    }

    private byte[] bound(MessageText reply, List<Binding> bindings) {
        for (Binding binding : bindings) {
            long seconds = Math.max(
                    1, Duration.between(clock.instant(), binding.expires()).toSeconds());
            reply.line("Contact", "<" + binding.contact() + ">;expires=" + seconds);
        }
        return reply.bytes();
    }

    /** Empty if the contacts are none (RFC 3261, 10.3, steps 6 and 7). */
    private static Optional<RegisterWish> wish(String user, Request request) {
        List<String> contacts = request.headers().all("Contact");
        OptionalInt expires = seconds(request.headers().first("Expires").orElse(""));
        boolean star = contacts.contains("*");
        if (contacts.size() > MOST_CONTACTS
                || (star && (contacts.size() > 1 || expires.isEmpty() || expires.getAsInt() != 0))) {
            return Optional.empty();
        }
        List<RegisterWish.Wanted> wanted = new ArrayList<>();
        for (String contact : star ? List.<String>of() : contacts) {
            Optional<Address> address = Contacts.read(contact);
            if (address.isEmpty() || !address.get().uri().scheme().startsWith("sip")) {
                return Optional.empty();
            }
            OptionalInt own = seconds(Contacts.parameter(contact, "expires"));
            wanted.add(new RegisterWish.Wanted(address.get().uriText(), own.isPresent() ? own : expires));
        }
        return Optional.of(new RegisterWish(
                user,
                request.callId(),
                request.cseq(),
                wanted,
                star,
                request.source(),
                request.headers().first("User-Agent").orElse("")));
    }

    /** A malformed time is as if it were not there (RFC 3261, 20.19 and 10.3). */
    private static OptionalInt seconds(String text) {
        long seconds = Grammar.number(text.strip(), 0xFFFF_FFFFL);
        return seconds < 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.min(seconds, Integer.MAX_VALUE));
    }
}
