// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.channel.voice.door.Net;
import io.patchbay.sip.message.Transport;
import io.patchbay.store.ConfigValidator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Refuses what a trunk could not work with, before it sees it. */
@Component
public final class TrunkValidator implements ConfigValidator {
    /** Made by the container. */
    public TrunkValidator() {}

    @Override
    public String pid() {
        return "io.patchbay.channel.voice.trunk";
    }

    @Override
    public List<Fault> check(Map<String, String> values) {
        String host = values.getOrDefault("host", "").strip();
        boolean sources = Net.isLiteral(host)
                || !values.getOrDefault("allowedSources", "").isBlank();
        boolean calls =
                Boolean.parseBoolean(values.getOrDefault("outbound", "false").strip());
        boolean sealed =
                Boolean.parseBoolean(values.getOrDefault("srtp", "false").strip());
        boolean tls = values.getOrDefault("transport", "udp").strip().equalsIgnoreCase("tls");
        boolean registers = !values.getOrDefault("user", "").isBlank();
        return new Checks(values)
                .key("transport", TrunkValidator::transport, "must be udp, tcp or tls", "须为 udp、tcp 或 tls")
                .key("allowedSources", Net::list, "must be networks such as 192.0.2.0/24", "须为网段，例如 192.0.2.0/24")
                .key(
                        "numbers",
                        TrunkComponent::numbers,
                        "must be numbers, perhaps with a * behind, separated by commas",
                        "须为号码，可以 * 结尾，以逗号分隔")
                .unless(
                        sources,
                        "allowedSources",
                        "must name the networks whose calls are this trunk''s, because the host is not an address",
                        "须填写该中继的来源网段，因为 host 不是地址")
                .unless(
                        !calls || !host.isEmpty(),
                        "host",
                        "must be given, because customers are called by this trunk",
                        "须填写，因为该中继用于外呼")
                .unless(
                        !sealed || tls,
                        "srtp",
                        "wants transport = tls: the keys of the sound stand in the signalling",
                        "须与 transport = tls 同用，因为语音密钥在信令中传送")
                .unless(
                        !registers || !host.isEmpty(),
                        "host",
                        "must be given, because there is a user to register as",
                        "须填写，因为已填写注册用户")
                .faults();
    }

    private static void transport(String text) {
        if (Transport.of(text).filter(each -> !each.socket()).isEmpty()) {
            throw new IllegalArgumentException(text);
        }
    }
}
