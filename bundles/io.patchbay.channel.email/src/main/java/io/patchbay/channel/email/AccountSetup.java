// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email;

import io.patchbay.api.address.Address.EmailAddress;
import io.patchbay.api.id.QueueId;
import io.patchbay.channel.email.fetch.BoxSettings;
import io.patchbay.channel.email.policy.Acknowledgement;
import io.patchbay.channel.email.read.ReadRules;
import io.patchbay.channel.email.route.AccountSettings;
import io.patchbay.channel.email.server.ServerSettings;
import io.patchbay.channel.email.server.ServerSettings.Tls;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads an account's configuration. */
final class AccountSetup {
    static final String PID = "io.patchbay.channel.email";
    private static final long MEGABYTE = 1L << 20;

    private AccountSetup() {}

    static String name(String pid) {
        String rest = pid.startsWith(PID) ? pid.substring(PID.length()) : pid;
        return rest.replaceFirst("^[~.-]", "");
    }

    static AccountSettings settings(String name, AccountConfig config) {
        String trust = config.trust().strip();
        long largest = config.largestMailMegabytes() * MEGABYTE;
        ServerSettings imap = new ServerSettings(
                config.imap_host().strip(),
                config.imap_port(),
                Tls.parse(config.imap_tls()),
                config.user().strip(),
                config.password(),
                trust);
        ServerSettings smtp = new ServerSettings(
                config.smtp_host().strip(),
                config.smtp_port(),
                Tls.parse(config.smtp_tls()),
                config.smtp_auth() ? config.user().strip() : "",
                config.password(),
                trust);
        return new AccountSettings(
                name,
                new EmailAddress(config.address().strip()),
                config.name().strip(),
                new QueueId(config.queue().strip()),
                new BoxSettings(name, imap, config.folder().strip(), Duration.ofSeconds(config.pollSeconds()), largest),
                smtp,
                new ReadRules(
                        config.largestFileMegabytes() * MEGABYTE,
                        largest,
                        extensions(config.refusedTypes()),
                        config.language().strip()),
                new Acknowledgement(config.acknowledge(), config.acknowledgeEnglish(), config.acknowledgeChinese()),
                Duration.ofHours(config.giveUpHours()));
    }

    static Set<String> extensions(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                .map(one -> one.replaceFirst("^\\.", ""))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toSet());
    }
}
