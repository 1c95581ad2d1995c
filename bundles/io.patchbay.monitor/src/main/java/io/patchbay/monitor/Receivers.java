// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor;

import io.patchbay.monitor.delivery.AlarmMail;
import io.patchbay.monitor.delivery.Delivery;
import io.patchbay.monitor.delivery.Webhook;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who hears of alarms, as the configuration says. */
final class Receivers {
    private Receivers() {}

    static List<Delivery> of(MonitorConfig config, InstantSource clock) {
        List<Delivery> all = new ArrayList<>();
        if (!config.webhookUrl().isBlank()) {
            all.add(new Webhook(URI.create(config.webhookUrl().strip()), config.webhookSecret(), clock));
        }
        List<String> to = addresses(config.mailTo());
        if (!to.isEmpty() && !config.smtpHost().isBlank()) {
            AlarmMail.Server server = new AlarmMail.Server(
                    config.smtpHost().strip(),
                    config.smtpPort(),
                    config.smtpTls(),
                    config.smtpUser(),
                    config.smtpPassword());
            all.add(new AlarmMail(server, config.mailFrom().strip(), to));
        }
        return all;
    }

    static List<String> addresses(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }
}
