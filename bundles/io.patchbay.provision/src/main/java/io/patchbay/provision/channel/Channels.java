// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.channel;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.provision.api.FeaturePlan;
import io.patchbay.spi.channel.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The channels there are, and which bundle brings each. Safe for any thread. */
public final class Channels {
    /**
     * Bundles whose going cuts every channel off. media, sip and webrtc are as critical, but whoever uses them goes
     * with them.
     */
    private static final Set<String> CRITICAL = Set.of(
            "io.patchbay.api",
            "io.patchbay.spi",
            "io.patchbay.store",
            "io.patchbay.core",
            "io.patchbay.routing",
            "io.patchbay.ui.kit");

    private final Map<Channel, String> bundles = new ConcurrentHashMap<>();

    /** One came. */
    public void add(Channel channel, String bundle) {
        bundles.put(channel, bundle);
    }

    /** One went. */
    public void remove(Channel channel) {
        bundles.remove(channel);
    }

    /** All there are. */
    public Collection<Channel> all() {
        return List.copyOf(bundles.keySet());
    }

    /** One of them. */
    public Optional<Channel> find(ChannelKey key) {
        return bundles.keySet().stream()
                .filter(channel -> channel.key().equals(key))
                .findFirst();
    }

    /** Those that a change of bundles would cut off. */
    public List<Channel> touched(FeaturePlan.Bundles change) {
        List<String> names = Stream.concat(change.go().stream(), change.restart().stream())
                .map(named -> named.substring(0, named.indexOf(' ')))
                .toList();
        boolean all = names.stream().anyMatch(CRITICAL::contains);
        return bundles.entrySet().stream()
                .filter(one -> all || names.contains(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
