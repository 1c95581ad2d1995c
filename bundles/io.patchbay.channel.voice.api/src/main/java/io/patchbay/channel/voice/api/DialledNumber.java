// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.api;

import io.patchbay.api.id.QueueId;
import java.util.Objects;

/**
 * What happens to calls for one of our numbers.
 *
 * @param number as trunks deliver it: 1 to 20 digits, perhaps with a leading {@code +}
 * @param queue where they wait
 * @param language of all that is said to the caller: {@code zh-CN} or {@code en}
 * @param greeting the prompt that is said first, for example {@code welcome}; empty for none
 * @param rules what else is said and kept
 */
public record DialledNumber(String number, QueueId queue, String language, String greeting, Rules rules) {
    public DialledNumber {
        if (!number.matches("\\+?[0-9]{1,20}")) {
            throw new IllegalArgumentException("number must be 1 to 20 digits but is \"" + number + "\"");
        }
        Objects.requireNonNull(queue, "queue");
        if (!language.equals("zh-CN") && !language.equals("en")) {
            throw new IllegalArgumentException("language must be zh-CN or en but is \"" + language + "\"");
        }
        if (!greeting.matches("[a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("greeting must be a prompt's name but is \"" + greeting + "\"");
        }
        Objects.requireNonNull(rules, "rules");
    }

    /**
     * What is said and kept.
     *
     * @param record whether calls are recorded from connect to end
     * @param notice whether the caller is told so; a quick agent cuts the greeting short, never this: the caller hears
     *     it to its end before he hears the agent
     * @param staffNumber whether the agent's number is said to the caller when he is connected
     * @param positionSeconds how often the caller is told his position while he waits, 15 to 600; 0 for never
     * @param mustRecord whether a call that cannot be recorded is not taken: while recordings cannot be written the
     *     caller is told so and let go; needs {@code record}
     */
    public record Rules(boolean record, boolean notice, boolean staffNumber, int positionSeconds, boolean mustRecord) {
        /** Recorded with notice, staff number said, position every 30 s. */
        public static final Rules USUAL = new Rules(true, true, true, 30, false);

        public Rules {
            if (positionSeconds != 0 && (positionSeconds < 15 || positionSeconds > 600)) {
                throw new IllegalArgumentException("positionSeconds must be 0 or 15 to 600 but is " + positionSeconds);
            }
            if (mustRecord && !record) {
                throw new IllegalArgumentException("mustRecord needs record: switch both on, or mustRecord off");
            }
        }
    }
}
