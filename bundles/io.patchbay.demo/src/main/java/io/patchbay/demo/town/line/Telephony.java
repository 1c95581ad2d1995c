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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All telephones of the town: the customers', the simulated agents', and those lent to newcomers. Any thread. */
public final class Telephony implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Telephony.class);
    private static final long REGISTERED_SECONDS = 10;

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

    /** Plugs the simulated agents' telephones in; waits until they are registered, at most 10 s. */
    public void staff(String secret) throws InterruptedException {
        CountDownLatch registered = new CountDownLatch(Staff.people().size());
        for (Person person : Staff.people()) {
            plugIn(person.extension().orElseThrow(), secret, registered::countDown);
        }
        if (!registered.await(REGISTERED_SECONDS, TimeUnit.SECONDS)) {
            log.info("{} of the town's telephones are still to be registered", registered.getCount());
        }
    }

    /** Plugs one in; a second one of an extension changes nothing. */
    public void plugIn(String extension, String secret) {
        plugIn(extension, secret, () -> {});
    }

    private void plugIn(String extension, String secret, Runnable registered) {
        RegistrationListener listener = new RegistrationListener() {
            @Override
            public void registered(int seconds) {
                registered.run();
            }

            @Override
            public void failed(int status, String reason) {
                log.info("The telephone {} is not registered: {} {}", extension, status, reason);
            }
        };
        plugged.computeIfAbsent(
                extension, key -> exchange.plugIn(key, secret, new DeskPhone(exchange, () -> words(key)), listener));
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
