// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.channel;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.spi.channel.Admission;
import io.patchbay.spi.channel.Channel;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets channels run dry: no new contacts, time for the running ones, an end to what is left. */
public final class Draining {
    private static final Logger log = LoggerFactory.getLogger(Draining.class);
    private static final Duration GOODBYE = Duration.ofSeconds(5);
    private static final long PAUSE_NANOS = 50_000_000;

    private final Admission admission;

    /** Closes and opens channels at the core's door. */
    public Draining(Admission admission) {
        this.admission = admission;
    }

    /** Takes no new contacts. */
    public void begin(Collection<Channel> channels) {
        for (Channel channel : channels) {
            admission.close(channel.key());
            channel.drain(true);
        }
    }

    /** Takes contacts again, also those of channels that are away by now. */
    public void end(Collection<ChannelKey> keys, Collection<Channel> still) {
        keys.forEach(admission::open);
        still.stream().filter(channel -> keys.contains(channel.key())).forEach(channel -> channel.drain(false));
    }

    /**
     * Waits for what runs, then ends what is left.
     *
     * @return how many contacts were ended
     */
    public int runDry(Collection<Channel> channels, Duration limit, String reason) {
        await(channels, limit);
        int left = count(channels);
        if (left > 0) {
            log.info("{} running contacts are ended: {}", left, reason);
            channels.forEach(channel -> channel.end(reason));
            await(channels, GOODBYE);
        }
        return left;
    }

    /** What would be cut off now, by channel; channels without any are left out. */
    public static Map<ChannelKey, Integer> live(Collection<Channel> channels) {
        Map<ChannelKey, Integer> live = new TreeMap<>(Comparator.comparing(ChannelKey::value));
        for (Channel channel : channels) {
            int count = channel.live();
            if (count > 0) {
                live.put(channel.key(), count);
            }
        }
        return live;
    }

    private static int count(Collection<Channel> channels) {
        return channels.stream().mapToInt(Channel::live).sum();
    }

    private static void await(Collection<Channel> channels, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (count(channels) > 0
                && System.nanoTime() - end < 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
