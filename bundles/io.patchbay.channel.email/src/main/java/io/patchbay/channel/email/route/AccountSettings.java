// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import io.patchbay.api.address.Address.EmailAddress;
import io.patchbay.api.id.QueueId;
import io.patchbay.channel.email.fetch.BoxSettings;
import io.patchbay.channel.email.policy.Acknowledgement;
import io.patchbay.channel.email.read.ReadRules;
import io.patchbay.channel.email.server.ServerSettings;
import java.time.Duration;

/**
 * One mail account.
 *
 * @param name its name, for example {@code demo}
 * @param address our address
 * @param displayName the name beside it in what we send; may be empty
 * @param queue where its mails wait
 * @param box the box that is watched
 * @param smtp the server that sends
 * @param rules what is taken of a mail
 * @param acknowledgement its automatic reply
 * @param patience how long sending is tried
 */
public record AccountSettings(
        String name,
        EmailAddress address,
        String displayName,
        QueueId queue,
        BoxSettings box,
        ServerSettings smtp,
        ReadRules rules,
        Acknowledgement acknowledgement,
        Duration patience) {
    /** The domain of our Message-IDs. */
    public String domain() {
        return address.value().substring(address.value().lastIndexOf('@') + 1);
    }
}
