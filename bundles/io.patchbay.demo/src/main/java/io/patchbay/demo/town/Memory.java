// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.demo.api.TownPace;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the town remembers over a restart, in {@code data/town.properties}: its pace and how many contacts there were.
 */
final class Memory {
    /** A contact every 25 seconds. */
    static final TownPace CALM = new TownPace(true, rates(36, 32, 20, 56), 24, true, 0);

    private static final Logger log = LoggerFactory.getLogger(Memory.class);

    private final Path file;
    private final Properties kept = new Properties();

    Memory(Path home) {
        file = home.resolve("data/town.properties");
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                kept.load(in);
            } catch (IOException e) {
                log.warn("The town has forgotten its pace: {}", e.getMessage());
            }
        }
    }

    private static Map<ChannelKey, Integer> rates(int... each) {
        Map<ChannelKey, Integer> rates = new HashMap<>();
        for (int i = 0; i < each.length; i++) {
            rates.put(TownPace.CHANNELS.get(i), each[i]);
        }
        return rates;
    }

    /** The pace; the calm one if there is none, or none that holds. */
    TownPace pace() {
        try {
            Map<ChannelKey, Integer> rates = new HashMap<>();
            for (ChannelKey channel : TownPace.CHANNELS) {
                rates.put(channel, Integer.parseInt(kept.getProperty(channel.value(), "")));
            }
            return new TownPace(
                    Boolean.parseBoolean(kept.getProperty("running", "true")),
                    rates,
                    Integer.parseInt(kept.getProperty("daySpeed", "")),
                    Boolean.parseBoolean(kept.getProperty("rushHours", "true")),
                    Integer.parseInt(kept.getProperty("guests", "")));
        } catch (IllegalArgumentException nothingThatHolds) {
            return CALM;
        }
    }

    long contacts() {
        String text = kept.getProperty("contacts", "0");
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }

    void keep(TownPace pace, long contacts) {
        TownPace.CHANNELS.forEach(channel -> kept.setProperty(channel.value(), Integer.toString(pace.of(channel))));
        kept.setProperty("running", Boolean.toString(pace.running()));
        kept.setProperty("daySpeed", Integer.toString(pace.daySpeed()));
        kept.setProperty("rushHours", Boolean.toString(pace.rushHours()));
        kept.setProperty("guests", Integer.toString(pace.guests()));
        kept.setProperty("contacts", Long.toString(contacts));
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            kept.store(out, "The demo's town");
        } catch (IOException e) {
            log.warn("The town's pace could not be kept: {}", e.getMessage());
        }
    }
}
