// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.Agreed;
import io.patchbay.media.Bridge;
import io.patchbay.media.BridgeListener;
import io.patchbay.media.G711;
import io.patchbay.media.Leg;
import io.patchbay.media.MediaSettings;
import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Playlist;
import io.patchbay.media.Side;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** An engine that is moved by hand, one bridge, and phones around it. */
final class Hall implements AutoCloseable, BridgeListener {
    private final MediaEngine engine;
    private final Bridge bridge;
    private final Map<Phone, Leg> phones = new LinkedHashMap<>();
    private final List<String> news = new ArrayList<>();
    private long now = 1_000_000_000;

    Hall() {
        this(settings());
    }

    Hall(MediaSettings settings) {
        engine = new MediaEngine(settings, now);
        bridge = engine.bridge(this);
    }

    static MediaSettings settings() {
        return settings(InetAddress.getLoopbackAddress());
    }

    /** 200 pairs of ports somewhere. */
    static MediaSettings settings(InetAddress bind) {
        int first = 2 * ThreadLocalRandom.current().nextInt(5_000, 9_500);
        return MediaSettings.defaults(bind).withPorts(first, first + 399).withDeadAfter(Duration.ofSeconds(60));
    }

    /** A phone whose leg is agreed on. */
    Phone phone(Side side, G711 law) throws NoPortLeftException {
        return phone(side, law, Agreed.EXACT);
    }

    Phone phone(Side side, G711 law, Agreed from) throws NoPortLeftException {
        Leg leg = bridge.leg(side);
        Phone phone = new Phone(law).calls(leg);
        leg.remote(phone.media(from));
        phones.put(phone, leg);
        return phone;
    }

    Leg leg(Phone phone) {
        return phones.get(phone);
    }

    void hears(Phone hearer, Phone... speakers) {
        Set<Leg> legs = Arrays.stream(speakers).map(phones::get).collect(Collectors.toSet());
        leg(hearer).hears(legs);
    }

    Bridge bridge() {
        return bridge;
    }

    MediaEngine engine() {
        return engine;
    }

    /** All phones say their 20 ms, the engine ticks, all phones listen; so many times. */
    Hall ticks(int count) {
        for (int i = 0; i < count; i++) {
            phones.keySet().forEach(Phone::tick);
            tick();
            engine.drain();
            phones.keySet().forEach(Phone::listen);
        }
        return this;
    }

    /** The media threads alone. */
    void tick() {
        now += MediaThread.TICK_NANOS;
        engine.tick(now);
    }

    /** Between two ticks the engine looks, then all phones listen. */
    Hall look() {
        now += 2_000_000;
        engine.look(now);
        phones.keySet().forEach(Phone::listen);
        return this;
    }

    /** Lets the jitter buffers fill, then forgets what was heard. */
    Hall settle() {
        ticks(10);
        phones.keySet().forEach(Phone::forget);
        return this;
    }

    Collection<Phone> phones() {
        return phones.keySet();
    }

    List<String> news() {
        return news;
    }

    private String name(Leg leg) {
        return leg.side().toString();
    }

    @Override
    public void digit(Leg leg, char digit, Duration held) {
        news.add(name(leg) + " pressed " + digit + " for " + held.toMillis());
    }

    @Override
    public void played(Leg leg, Playlist list) {
        news.add(name(leg) + " heard all");
    }

    @Override
    public void flowing(Leg leg) {
        news.add(name(leg) + " flows");
    }

    @Override
    public void silent(Leg leg) {
        news.add(name(leg) + " is silent");
    }

    @Override
    public void released() {
        news.add("released");
    }

    @Override
    public void failed(Leg leg, Throwable why) {
        news.add(name(leg) + " failed: " + why);
    }

    @Override
    public void close() {
        engine.close();
        phones.keySet().forEach(Phone::close);
    }
}
