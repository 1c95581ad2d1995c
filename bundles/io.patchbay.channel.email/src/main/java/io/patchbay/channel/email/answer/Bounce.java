// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.answer;

import java.util.List;

/**
 * What a mail server reports of a mail of somebody's.
 *
 * @param mailIds Message-IDs that may be the mail's, without angle brackets
 * @param failed whether it will not arrive; else it is only late, or has arrived
 * @param reason the server's words
 */
public record Bounce(List<String> mailIds, boolean failed, String reason) {
    public Bounce {
        mailIds = List.copyOf(mailIds);
    }
}
