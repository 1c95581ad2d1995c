// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import io.patchbay.api.id.QueueId;
import io.patchbay.channel.voice.api.DialledNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody typed about a number.
 *
 * @param number the digits
 * @param queue where calls wait, if chosen
 * @param language of what is said
 * @param greeting the prompt; empty for none
 * @param record whether calls are recorded
 * @param mustRecord whether a call that cannot be recorded is not taken
 * @param notice whether the caller is told
 * @param staffNumber whether the agent's number is said
 * @param position how often the position is said; empty if the field holds no number
 */
record NumberEntry(
        String number,
        Optional<QueueId> queue,
        String language,
        String greeting,
        boolean record,
        boolean mustRecord,
        boolean notice,
        boolean staffNumber,
        Optional<Integer> position) {
    private static final int LEAST_SECONDS = 15;
    private static final int MOST_SECONDS = 600;

    /** What is wrong: the words' key by the field. */
    Map<String, String> wrong() {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (!number.strip().matches("\\+?[0-9]{1,20}")) {
            wrong.put("number", "number.form");
        }
        if (queue.isEmpty()) {
            wrong.put("queue", "needed");
        }
        if (position.filter(seconds -> seconds == 0 || (seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS))
                .isEmpty()) {
            wrong.put("position", "position.form");
        }
        return wrong;
    }

    /** The number; only if nothing is wrong. */
    DialledNumber value() {
        return new DialledNumber(
                number.strip(),
                queue.orElseThrow(),
                language,
                greeting,
                new DialledNumber.Rules(record, notice, staffNumber, position.orElseThrow(), mustRecord));
    }
}
