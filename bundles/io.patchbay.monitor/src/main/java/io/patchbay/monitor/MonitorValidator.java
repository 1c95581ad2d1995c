// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor;

import io.patchbay.api.command.Problem;
import io.patchbay.store.ConfigValidator;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Refuses a receiver that could not be reached. */
@Component
public final class MonitorValidator implements ConfigValidator {
    /** Made by the container. */
    public MonitorValidator() {}

    @Override
    public String pid() {
        return "io.patchbay.monitor";
    }

    @Override
    public List<Fault> check(Map<String, String> values) {
        List<Fault> faults = new ArrayList<>();
        String url = values.getOrDefault("webhookUrl", "").strip();
        if (!url.isEmpty() && !isHttp(url)) {
            faults.add(fault(
                    "webhookUrl",
                    "must be an address that begins with http:// or https://",
                    "须为 http:// 或 https:// 地址"));
        }
        List<String> to = Receivers.addresses(values.getOrDefault("mailTo", ""));
        if (to.stream().anyMatch(address -> !isAddress(address))) {
            faults.add(fault("mailTo", "must be mail addresses separated by commas", "须为以逗号分隔的邮件地址"));
        }
        if (!to.isEmpty() && !isAddress(values.getOrDefault("mailFrom", "").strip())) {
            faults.add(fault("mailFrom", "must be a mail address if mailTo is set", "设置 mailTo 时须为邮件地址"));
        }
        if (!to.isEmpty() && values.getOrDefault("smtpHost", "").isBlank()) {
            faults.add(fault("smtpHost", "must name the SMTP server if mailTo is set", "设置 mailTo 时须填写 SMTP 服务器"));
        }
        return faults;
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAddress(String address) {
        return address.matches("[^@\\s<>]+@[^@\\s<>]+");
    }

    private static Fault fault(String key, String english, String chinese) {
        return new Fault(key, new Problem("bad-value", english, chinese));
    }
}
