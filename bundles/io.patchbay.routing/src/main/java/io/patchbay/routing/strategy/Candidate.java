// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.strategy;

import io.patchbay.spi.routing.Waiting;

/**
 * A contact that a free agent could take.
 *
 * @param contact which
 * @param turn what comes first
 * @param slackMillis time left until its goal is missed; less than 0 when it was
 */
record Candidate(Waiting contact, Turn turn, long slackMillis) implements Comparable<Candidate> {
    /** In this order; a later one is taken only if there is no earlier one. */
    enum Turn {
        DUE("was overtaken long enough", "已到让位上限"),
        CREDIT("has credit, primary skill", "有优先权，主技能"),
        CREDIT_HELP("has credit, helps out", "有优先权，支援"),
        IN_TIME("primary skill", "主技能"),
        IN_TIME_HELP("helps out", "支援"),
        LATE("primary skill, goal missed", "主技能，已超时"),
        LATE_HELP("helps out, goal missed", "支援，已超时"),
        KEPT("", "");

        private final String english;
        private final String chinese;

        Turn(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        boolean byRank() {
            return this != IN_TIME && this != IN_TIME_HELP;
        }
    }

    boolean taken() {
        return turn != Turn.KEPT;
    }

    @Override
    public int compareTo(Candidate other) {
        int turns = turn.compareTo(other.turn);
        if (turns != 0 || turn.byRank()) {
            return turns != 0 ? turns : Waiting.RANK.compare(contact, other.contact);
        }
        int slacks = Long.compare(slackMillis, other.slackMillis);
        return slacks != 0 ? slacks : contact.id().compareTo(other.contact.id());
    }

    String reason() {
        long seconds = Math.floorDiv(slackMillis, 1_000);
        return turn == Turn.IN_TIME || turn == Turn.IN_TIME_HELP
                ? turn.english + ", " + seconds + " s left to the goal / " + turn.chinese + "，距目标还有 " + seconds + " 秒"
                : turn.english + " / " + turn.chinese;
    }
}
