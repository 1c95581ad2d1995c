// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import io.patchbay.api.id.QueueId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration as the chat uses it. */
record ChatSettings(
        Set<String> allowedOrigins,
        QueueId queue,
        Set<QueueId> queues,
        int maxMessageBytes,
        int maxFramesPerSecond,
        int maxConnectionsPerAddress,
        Duration grace) {
    static ChatSettings of(ChatConfig config) {
        return new ChatSettings(
                listed(config.allowedOrigins()).collect(Collectors.toUnmodifiableSet()),
                new QueueId(config.queue()),
                listed(config.queues()).map(QueueId::new).collect(Collectors.toUnmodifiableSet()),
                config.maxMessageBytes(),
                config.maxFramesPerSecond(),
                config.maxConnectionsPerAddress(),
                Duration.ofSeconds(config.graceSeconds()));
    }

    private static Stream<String> listed(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).filter(one -> !one.isEmpty());
    }

    /** The queue for what a page named in its hello. */
    QueueId queueFor(String named) {
        return queues.stream()
                .filter(one -> one.value().equals(named))
                .findFirst()
                .orElse(queue);
    }
}
