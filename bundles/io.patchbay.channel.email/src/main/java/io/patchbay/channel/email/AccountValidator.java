// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email;

import io.patchbay.api.address.Address.EmailAddress;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.QueueId;
import io.patchbay.channel.email.server.ServerSettings.Tls;
import io.patchbay.channel.email.server.Trust;
import io.patchbay.store.ConfigValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;

/** Refuses what a mail account could not work with, before it sees it. */
@Component
public final class AccountValidator implements ConfigValidator {
    /** Made by the container. */
    public AccountValidator() {}

    @Override
    public String pid() {
        return AccountSetup.PID;
    }

    @Override
    public List<Fault> check(Map<String, String> values) {
        List<Fault> faults = new ArrayList<>();
        for (String key : List.of("address", "imap.host", "smtp.host", "user", "password", "queue")) {
            if (values.getOrDefault(key, "").isBlank()) {
                faults.add(new Fault(key, Problem.of("wrong-value", "must be given", "须填写")));
            }
        }
        Checks checks = new Checks(values, faults);
        checks.key(
                "address",
                EmailAddress::new,
                "is not a mail address such as service@bank.example",
                "不是邮箱地址，例如 service@bank.example");
        checks.key("queue", QueueId::new, "is not a queue''s id", "不是队列标识");
        checks.key("imap.tls", Tls::parse, "must be none, starttls or tls", "须为 none、starttls 或 tls");
        checks.key("smtp.tls", Tls::parse, "must be none, starttls or tls", "须为 none、starttls 或 tls");
        checks.key("trust", Trust::of, "is not a file with certificates in PEM form", "不是 PEM 格式的证书文件");
        checks.key("language", AccountValidator::language, "must be zh-CN or en", "须为 zh-CN 或 en");
        return faults;
    }

    private static void language(String text) {
        if (!List.of("zh-CN", "en").contains(text)) {
            throw new IllegalArgumentException(text);
        }
    }

    private record Checks(Map<String, String> values, List<Fault> faults) {
        /** Reads a value as the component will, if there is one. */
        void key(String key, Consumer<String> reader, String english, String chinese) {
            String value = values.getOrDefault(key, "").strip();
            try {
                if (!value.isEmpty()) {
                    reader.accept(value);
                }
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(key, Problem.of("wrong-value", "\"{0}\" " + english, "“{0}”" + chinese, value)));
            }
        }
    }
}
