// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.line;

import io.patchbay.demo.town.folk.Matter;
import io.patchbay.demo.town.folk.Matter.Who;
import io.patchbay.demo.town.folk.Matters;
import io.patchbay.media.Playlist;
import io.patchbay.media.Sound;
import io.patchbay.media.Sounds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is spoken in a call: two lists, one a side, whose silences fit each other. Any thread. */
public final class Spoken {
    private static final Duration BREATH = Duration.ofMillis(800);
    private static final Duration PATIENT = Duration.ofSeconds(12);

    private final Matters matters;
    private final Map<String, Sound> sounds = new ConcurrentHashMap<>();

    public Spoken(Matters matters) {
        this.matters = matters;
    }

    private Sound sound(Matter matter, String language, Who who, int number) {
        return sounds.computeIfAbsent(matter.sound(language, who, number), Spoken::load);
    }

    private static Sound load(String name) {
        String file = name + ".wav";
        try (InputStream in = Spoken.class.getResourceAsStream(file)) {
            return Sounds.wav(file, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sound silence(Sound other) {
        return Sounds.silence(other.duration().plus(BREATH));
    }

    /** The customer's side. Whoever talks with a person leaves him time. */
    public Playlist customer(Visit visit) {
        String language = visit.who().language();
        Sound first = sound(visit.matter(), language, Who.CUSTOMER, 1);
        Sound second = sound(visit.matter(), language, Who.CUSTOMER, 2);
        Sound greeting = sound(matters.hello(), language, Who.AGENT, 1);
        if (visit.guest()) {
            return new Playlist(
                    List.of(silence(greeting), first, Sounds.silence(PATIENT), second, Sounds.silence(PATIENT)), false);
        }
        Sound answer = sound(visit.matter(), language, Who.AGENT, 1);
        Sound bye = sound(matters.bye(), language, Who.AGENT, 1);
        return new Playlist(List.of(silence(greeting), first, silence(answer), second, silence(bye)), false);
    }

    /** The agent's side of the same call. */
    public Playlist agent(Matter matter, String language) {
        Sound greeting = sound(matters.hello(), language, Who.AGENT, 1);
        Sound bye = sound(matters.bye(), language, Who.AGENT, 1);
        if (!matter.isBrought()) {
            return new Playlist(List.of(greeting, Sounds.silence(PATIENT), bye), false);
        }
        return new Playlist(
                List.of(
                        greeting,
                        silence(sound(matter, language, Who.CUSTOMER, 1)),
                        sound(matter, language, Who.AGENT, 1),
                        silence(sound(matter, language, Who.CUSTOMER, 2)),
                        bye),
                false);
    }
}
