// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import io.patchbay.api.id.QueueId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The configuration as the chat uses it. */
record ChatSettings(
        Set<String> allowedOrigins,
        QueueId queue,
        int maxMessageBytes,
        int maxFramesPerSecond,
        int maxConnectionsPerAddress,
        Duration grace) {
    static ChatSettings of(ChatConfig config) {
        return new ChatSettings(
                Arrays.stream(config.allowedOrigins().split(",", -1))
                        .map(String::strip)
                        .filter(origin -> !origin.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()),
                new QueueId(config.queue()),
                config.maxMessageBytes(),
                config.maxFramesPerSecond(),
                config.maxConnectionsPerAddress(),
                Duration.ofSeconds(config.graceSeconds()));
    }
}
