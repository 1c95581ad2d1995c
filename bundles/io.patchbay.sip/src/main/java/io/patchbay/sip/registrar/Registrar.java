// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.registrar;

import io.patchbay.sip.message.Peer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The location table: which phones a user has (RFC 3261, 10.3). In memory; any thread. */
public final class Registrar {
    private final RegistrarSettings settings;
    private final InstantSource clock;
    private final BindingsListener listener;
    private final Map<String, List<Binding>> table = new ConcurrentHashMap<>();

    /**
     * @param settings bounds
     * @param clock for expiry
     * @param listener hears every change
     */
    public Registrar(RegistrarSettings settings, InstantSource clock, BindingsListener listener) {
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * The phones of a user.
     *
     * @param user the extension
     * @return the most recently registered first; empty if none
     */
    public List<Binding> bindings(String user) {
        return alive(table.getOrDefault(user, List.of()));
    }

    /**
     * Puts back what was known before a restart. Expired ones are left out; the listener is not told.
     *
     * @param bindings from {@link BindingsListener}
     */
    public synchronized void restore(Collection<Binding> bindings) {
        for (Binding binding : alive(bindings)) {
            table.merge(binding.user(), List.of(binding), Registrar::joined);
        }
    }

    /**
     * Handles a REGISTER, all of it or nothing (10.3, step 7). The node calls this; those of one user come one after
     * the other.
     *
     * @param wish from a signed-in user
     * @return what to answer
     */
    public synchronized RegisterResult register(RegisterWish wish) {
        for (RegisterWish.Wanted wanted : wish.contacts()) {
            int seconds = wanted.expiresSeconds().orElse(settings.maxExpiresSeconds());
            if (seconds > 0 && seconds < settings.minExpiresSeconds()) {
                return new RegisterResult.TooBrief(settings.minExpiresSeconds());
            }
        }
        List<Binding> before = bindings(wish.user());
        if (wish.contacts().isEmpty() && !wish.removeAll()) {
            return new RegisterResult.Bound(before);
        }
        if (outOfOrder(before, wish)) {
            return new RegisterResult.Refused(500);
        }
        List<Binding> after = wish.removeAll() ? List.of() : changed(before, wish);
        if (before.isEmpty() && table.size() >= settings.users()) {
            return new RegisterResult.Refused(503);
        }
        store(wish.user(), after);
        listener.bindingsChanged(wish.user(), after);
        return new RegisterResult.Bound(after);
    }

    /**
     * Removes the phones behind a connection that is gone for good: nothing can reach them there.
     *
     * @param flow whence they registered
     */
    public synchronized void lost(Peer flow) {
        keepOnly(binding -> !binding.flow().equals(flow));
    }

    /**
     * Where the phones are.
     *
     * @return the flows of all bindings
     */
    public Set<Peer> flows() {
        return table.values().stream().flatMap(List::stream).map(Binding::flow).collect(Collectors.toSet());
    }

    private void store(String user, List<Binding> bindings) {
        if (bindings.isEmpty()) {
            table.remove(user);
        } else {
            table.put(user, bindings);
        }
    }

    /** The same phone's older REGISTER that arrives late. */
    private static boolean outOfOrder(List<Binding> before, RegisterWish wish) {
        return before.stream()
                .anyMatch(binding -> binding.callId().equals(wish.callId())
                        && binding.cseq() >= wish.cseq()
                        && (wish.removeAll() || names(wish, binding.contact())));
    }

    private static boolean names(RegisterWish wish, String contact) {
        return wish.contacts().stream().anyMatch(wanted -> wanted.uri().equals(contact));
    }

    /** A phone that comes back with another contact under its old Call-ID takes the place of its old self. */
    private List<Binding> changed(List<Binding> before, RegisterWish wish) {
        Instant now = clock.instant();
        List<Binding> after = new ArrayList<>(before);
        for (RegisterWish.Wanted wanted : wish.contacts()) {
            int seconds = Math.min(
                    wanted.expiresSeconds().orElse(settings.maxExpiresSeconds()), settings.maxExpiresSeconds());
            after.removeIf(binding -> binding.contact().equals(wanted.uri()));
            if (seconds > 0) {
                Instant until = now.plusSeconds(seconds);
                after.add(
                        0,
                        new Binding(
                                wish.user(),
                                wanted.uri(),
                                wish.flow(),
                                until,
                                wish.callId(),
                                wish.cseq(),
                                wish.userAgent()));
            }
        }
        // A phone that comes back with another address after a crash must not be locked out by what it was before.
        return List.copyOf(after.subList(0, Math.min(after.size(), settings.contactsPerUser())));
    }

    /** Removes what has expired and tells the listener. The node calls this once a second. */
    public synchronized void expire() {
        Instant now = clock.instant();
        keepOnly(binding -> binding.expires().isAfter(now));
    }

    private void keepOnly(Predicate<Binding> kept) {
        for (Map.Entry<String, List<Binding>> entry : Map.copyOf(table).entrySet()) {
            List<Binding> after = entry.getValue().stream().filter(kept).toList();
            if (after.size() < entry.getValue().size()) {
                store(entry.getKey(), after);
                listener.bindingsChanged(entry.getKey(), after);
            }
        }
    }

    private List<Binding> alive(Collection<Binding> bindings) {
        Instant now = clock.instant();
        return bindings.stream()
                .filter(binding -> binding.expires().isAfter(now))
                .toList();
    }

    private static List<Binding> joined(List<Binding> some, List<Binding> others) {
        List<Binding> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(Comparator.comparing(Binding::expires).reversed());
        return List.copyOf(all);
    }
}
