// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.channel.voice.door.Net;
import io.patchbay.channel.voice.door.Trunk;
import io.patchbay.channel.voice.door.TrunkSettings;
import io.patchbay.sip.message.Transport;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** One configured trunk. A changed configuration makes it anew; its running calls go on. */
@Component(
        service = TrunkComponent.class,
        configurationPid = "io.patchbay.channel.voice.trunk",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = TrunkConfig.class, factory = true)
public final class TrunkComponent {
    private static final String PID = "io.patchbay.channel.voice.trunk";

    private final Trunk trunk;

    @Activate
    public TrunkComponent(TrunkConfig config, Map<String, Object> properties) {
        trunk = new Trunk(settings(name(String.valueOf(properties.get("service.pid"))), config));
    }

    private static String name(String pid) {
        String rest = pid.startsWith(PID) ? pid.substring(PID.length()) : pid;
        return rest.replaceFirst("^[~.-]", "");
    }

    static TrunkSettings settings(String name, TrunkConfig config) {
        String sources = config.allowedSources().isBlank() && Net.isLiteral(config.host())
                ? config.host()
                : config.allowedSources();
        return new TrunkSettings(
                name,
                config.host().strip(),
                config.port(),
                Transport.of(config.transport().strip())
                        .filter(each -> !each.socket())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "transport must be udp, tcp or tls but is \"" + config.transport() + "\"")),
                config.user().strip(),
                config.password(),
                Net.list(sources),
                numbers(config.numbers()),
                config.maxCalls(),
                config.region().strip(),
                outward(config));
    }

    private static TrunkSettings.Outward outward(TrunkConfig config) {
        boolean reachable = !config.host().isBlank();
        return new TrunkSettings.Outward(
                config.outbound() && reachable,
                config.abroad(),
                config.premium(),
                config.priority(),
                config.weight(),
                config.srtp(),
                reachable ? Duration.ofSeconds(config.optionsSeconds()) : Duration.ZERO);
    }

    static List<String> numbers(String text) {
        List<String> numbers = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
        numbers.stream()
                .filter(one -> !one.matches("\\+?[0-9]{1,20}\\*?"))
                .findFirst()
                .ifPresent(wrong -> {
                    throw new IllegalArgumentException(
                            "numbers must be digits, perhaps with a * behind, but has \"" + wrong + "\"");
                });
        return numbers;
    }

    Trunk trunk() {
        return trunk;
    }
}
