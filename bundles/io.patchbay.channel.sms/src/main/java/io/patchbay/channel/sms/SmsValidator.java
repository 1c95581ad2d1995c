// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms;

import io.patchbay.api.command.Problem;
import io.patchbay.channel.sms.codec.Carriage;
import io.patchbay.channel.sms.traffic.Numbers;
import io.patchbay.store.ConfigValidator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Component;

/** Refuses what an SMS account could not work with, before it sees it. */
@Component
public final class SmsValidator implements ConfigValidator {
    /** Made by the container. */
    public SmsValidator() {}

    @Override
    public String pid() {
        return "io.patchbay.channel.sms";
    }

    @Override
    public List<Fault> check(Map<String, String> values) {
        List<Fault> faults = new ArrayList<>();
        Value value = new Value(values, faults);
        value.must("host", one -> !one.isEmpty(), "must name the SMSC''s host", "须填写短信中心主机");
        value.must(
                "systemId",
                one -> one.matches("\\p{ASCII}{1,15}"),
                "must have 1 to 15 ASCII characters",
                "须为 1 到 15 个 ASCII 字符");
        value.must(
                "password",
                one -> one.matches("\\p{ASCII}{0,8}"),
                "must have at most 8 ASCII characters",
                "最多 8 个 ASCII 字符");
        value.must(
                "sourceAddress",
                one -> one.matches("\\+?[0-9]{2,20}|[A-Za-z0-9 ]{1,11}"),
                "must be 2 to 20 digits or 1 to 11 letters",
                "须为 2 到 20 位数字或 1 到 11 个字母");
        value.may("region", SmsValidator::isRegion, "must be a region such as CN", "须为地区代码，例如 CN");
        value.must("queue", one -> !one.isEmpty(), "must be the id of a queue", "须为队列的标识");
        value.may(
                "concatenation",
                SmsValidator::isCarriage,
                "must be udh8, udh16, sar or payload",
                "须为 udh8、udh16、sar 或 payload");
        value.may("trust", one -> Files.isReadable(Path.of(one)), "cannot be read", "无法读取");
        return faults;
    }

    private static boolean isRegion(String region) {
        try {
            return !new Numbers(region).own("10000").text().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isCarriage(String text) {
        try {
            return !Carriage.of(text).name().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private record Value(Map<String, String> values, List<Fault> faults) {
        void must(String key, Predicate<String> right, String english, String chinese) {
            String value = values.getOrDefault(key, "").strip();
            if (!right.test(value)) {
                String shown = key.equals("password") ? "…" : value;
                faults.add(new Fault(key, Problem.of("wrong-value", "\"{0}\" " + english, "“{0}”" + chinese, shown)));
            }
        }

        void may(String key, Predicate<String> right, String english, String chinese) {
            if (!values.getOrDefault(key, "").isBlank()) {
                must(key, right, english, chinese);
            }
        }
    }
}
