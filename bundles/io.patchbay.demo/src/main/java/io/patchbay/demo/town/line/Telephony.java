// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.line;

import io.patchbay.api.people.Person;
import io.patchbay.demo.town.folk.Matters;
import io.patchbay.demo.town.seed.Staff;
import io.patchbay.media.Playlist;
import io.patchbay.sip.Registration;
import io.patchbay.sip.RegistrationListener;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All telephones of the town: the customers', the simulated agents', and those lent to newcomers. Any thread. */
public final class Telephony implements AutoCloseable {
    private static final RegistrationListener UNHEARD = new RegistrationListener() {
        @Override
        public void registered(int seconds) {}

        @Override
        public void failed(int status, String reason) {}
    };

    private final Exchange exchange;
    private final Spoken spoken;
    private final Matters matters;
    private final Function<String, Optional<Visit>> callers;
    private final Map<String, Registration> plugged = new ConcurrentHashMap<>();

    /** {@code callers} knows who is on the line of an extension. */
    public Telephony(int patchbayPort, Matters matters, Function<String, Optional<Visit>> callers) {
        this.matters = matters;
        this.callers = callers;
        exchange = new Exchange(patchbayPort);
        spoken = new Spoken(matters);
    }

    /** Plugs the simulated agents' telephones in. */
    public void staff(String secret) {
        for (Person person : Staff.people()) {
            plugIn(person.extension().orElseThrow(), secret);
        }
    }

    /** Plugs one in; a second one of an extension changes nothing. */
    public void plugIn(String extension, String secret) {
        plugged.computeIfAbsent(
                extension, key -> exchange.plugIn(key, secret, new DeskPhone(exchange, () -> words(key)), UNHEARD));
    }

    /** Takes one away. */
    public void unplug(String extension) {
        Registration was = plugged.remove(extension);
        if (was != null) {
            was.close();
        }
    }

    /** Whether one of ours is plugged in. */
    public boolean has(String extension) {
        return plugged.containsKey(extension);
    }

    /** Where ours register from. */
    public String address() {
        return exchange.address();
    }

    /** The customers' lines. */
    public Line.Opener lines() {
        return new CallLines(exchange, spoken);
    }

    private Playlist words(String extension) {
        return callers.apply(extension)
                .map(visit -> spoken.agent(visit.matter(), visit.who().language()))
                .orElseGet(() -> spoken.agent(matters.hello(), "zh"));
    }

    @Override
    public void close() {
        plugged.keySet().forEach(this::unplug);
        exchange.close();
    }
}
