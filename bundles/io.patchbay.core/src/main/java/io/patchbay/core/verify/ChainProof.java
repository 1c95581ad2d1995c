// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import io.patchbay.store.json.CanonicalJson;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Recomputes the chain and goes on after each line that does not fit, so that each one is named. */
final class ChainProof {
    private final Found found;
    private String previous = RawLine.GENESIS;
    private long seq;

    ChainProof(Found found) {
        this.found = found;
    }

    void take(List<RawLine> lines) {
        lines.forEach(this::take);
    }

    private void take(RawLine line) {
        boolean follows = line.seq() == seq + 1;
        if (line.seq() > seq + 1) {
            missing(seq + 1, line.seq() - 1);
        } else if (!follows) {
            found.entry(line.seq(), "entry-number", "Entry {0} has a number that cannot be.", "条目 {0} 的编号不可能存在。");
        }
        if (follows && !fits(line)) {
            found.entry(
                    line.seq(),
                    "entry-altered",
                    "Entry {0} does not fit the hash chain: it, its hash, or the hash of the entry before was altered.",
                    "条目 {0} 与哈希链不符：该条目、其哈希或上一条目的哈希被改动。");
        }
        conversation(line);
        previous = line.hash();
        seq = Math.max(seq, line.seq());
    }

    private boolean fits(RawLine line) {
        try {
            return line.chained(previous).equals(line.hash());
        } catch (IllegalArgumentException e) {
            return false; // half a character, which the writer never writes
        }
    }

    private void missing(long from, long to) {
        if (from == to) {
            found.entry(from, "entry-missing", "Entry {0} is missing.", "条目 {0} 缺失。");
        } else {
            found.entry(
                    from,
                    "entries-missing",
                    "The entries {0} to {1} are missing.",
                    "条目 {0} 至 {1} 缺失。",
                    Long.toString(to));
        }
    }

    /** The column stands outside the hash; the arrival's body, which is in it, names the same conversation. */
    private void conversation(RawLine line) {
        Optional<UUID> right = line.conversation();
        if (line.interaction().isEmpty()) {
            right = Optional.empty();
        } else if (line.type().equals("interaction.arrived")) {
            right = named(line);
        }
        if (!right.equals(line.conversation())) {
            conversationAltered(found, line.seq());
        }
    }

    static void conversationAltered(Found found, long seq) {
        found.entry(seq, "entry-conversation", "Entry {0} was moved to another conversation.", "条目 {0} 被移到其他会话。");
    }

    private static Optional<UUID> named(RawLine line) {
        try {
            return CanonicalJson.read(line.body()).get("conversation") instanceof String id
                    ? Optional.of(UUID.fromString(id))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the running writer, or a head hash kept elsewhere, knows to be the end. */
    void end(long head) {
        if (head > seq) {
            missing(seq + 1, head);
        } else if (head < seq) {
            found.entry(seq, "entry-foreign", "Entry {0} was not written by Patchbay.", "条目 {0} 不是由 Patchbay 写入的。");
        }
    }

    long seq() {
        return seq;
    }
}
