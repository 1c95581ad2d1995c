// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.strategy;

import io.patchbay.api.id.AgentId;
import io.patchbay.spi.routing.Choice;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.Floor;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.Waiting;
import java.time.Instant;

/** What the strategies share that take contacts strictly in rank. */
final class FirstInRank {
    private FirstInRank() {}

    static Choice<ContactId> contactFor(FreeAgent agent, Floor floor) {
        Waiting first = null;
        for (Floor.Line line : floor.lines(agent)) {
            Waiting head = line.first(agent).orElse(null);
            first = head != null && (first == null || Waiting.RANK.compare(head, first) < 0) ? head : first;
        }
        return first == null ? new Choice.Leave<>("nothing waits that fits / 没有合适的会话") : taken(first);
    }

    private static Choice<ContactId> taken(Waiting first) {
        if (!first.only().isEmpty()) {
            return new Choice.Take<>(first.id(), "waits for this agent by name / 指定该坐席");
        }
        return new Choice.Take<>(
                first.id(),
                first.due() ? "was overtaken long enough / 已到让位上限" : "first in rank of what fits / 在合适的会话中排位第一");
    }

    static Choice<AgentId> nobody() {
        return new Choice.Leave<>("no free agent fits / 没有合适的空闲坐席");
    }

    static long seconds(Instant from, Instant to) {
        return Math.max(0, (to.toEpochMilli() - from.toEpochMilli()) / 1_000);
    }
}
