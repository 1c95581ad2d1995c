// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.Bridge;
import io.patchbay.media.BridgeListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an engine runs on while whoever made it is exchanged: sockets, mixing, prompts and recordings go on, and nobody
 * is told anything. What is not claimed in time is closed, its recordings ended whole. Safe for any thread.
 */
@Component(service = Parking.class, immediate = true) // what is parked outlives who uses it
public final class Parking implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Parking.class);
    private static final BridgeListener NOBODY = new BridgeListener() {};

    private Optional<Parked> parked = Optional.empty();
    private Optional<ScheduledThreadPoolExecutor> clock = Optional.empty();

    /**
     * One bridge with what is to be known of it.
     *
     * @param bridge the bridge
     * @param facts whatever its owner's successor needs, in types of the JDK and of bundles that stay: legs, strings
     */
    public record Parcel(Bridge bridge, Map<String, Object> facts) {
        /** Copies the facts. */
        public Parcel {
            Objects.requireNonNull(bridge, "bridge");
            facts = Map.copyOf(facts);
        }
    }

    /**
     * An engine with its bridges.
     *
     * @param engine who claims it closes it
     * @param parcels its bridges
     */
    public record Parked(MediaEngine engine, List<Parcel> parcels) {
        /** Copies the bridges. */
        public Parked {
            Objects.requireNonNull(engine, "engine");
            parcels = List.copyOf(parcels);
        }
    }

    /** Nothing is parked. */
    @Activate
    public Parking() {}

    /**
     * Parks an engine; bridges that are not told of are closed. An engine that is parked already is closed.
     *
     * @param engine with its bridges
     * @param atMost how long nobody may claim it
     */
    public void park(Parked engine, Duration atMost) {
        engine.engine().retain(engine.parcels().stream().map(Parcel::bridge).collect(Collectors.toSet()));
        engine.parcels().forEach(parcel -> parcel.bridge().listener(NOBODY));
        Optional<Parked> former;
        synchronized (this) {
            former = take();
            parked = Optional.of(engine);
            ScheduledThreadPoolExecutor timer =
                    new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "patchbay-media-parking-1"));
            clock = Optional.of(timer);
            var unused = timer.schedule(() -> expire(engine), atMost.toMillis(), TimeUnit.MILLISECONDS);
        }
        former.ifPresent(other -> other.engine().close());
    }

    private void expire(Parked late) {
        synchronized (this) {
            if (parked.filter(late::equals).isEmpty()) {
                return;
            }
            take();
        }
        log.warn(
                "Nobody took up {} calls in time: their sound ends",
                late.parcels().size());
        late.engine().close();
    }

    /** With the lock held. */
    private Optional<Parked> take() {
        Optional<Parked> taken = parked;
        parked = Optional.empty();
        clock.ifPresent(ScheduledThreadPoolExecutor::shutdownNow);
        clock = Optional.empty();
        return taken;
    }

    /**
     * Takes what is parked.
     *
     * @return empty if nothing is
     */
    public synchronized Optional<Parked> claim() {
        return take();
    }

    /** Closes what is parked. */
    @Override
    @Deactivate
    public void close() {
        claim().ifPresent(left -> left.engine().close());
    }
}
