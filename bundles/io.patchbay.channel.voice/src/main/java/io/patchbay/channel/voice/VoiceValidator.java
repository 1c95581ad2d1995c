// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.channel.voice.door.Net;
import io.patchbay.store.ConfigValidator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Refuses addresses, codecs and ports that voice could not use, before it sees them. */
@Component
public final class VoiceValidator implements ConfigValidator {
    /** Made by the container. */
    public VoiceValidator() {}

    @Override
    public String pid() {
        return "io.patchbay.channel.voice";
    }

    @Override
    public List<Fault> check(Map<String, String> values) {
        return new Checks(values)
                .key(
                        "advertise",
                        VoiceSetup::advertised,
                        "is not an address that others can reach, such as 192.0.2.7",
                        "不是对方可到达的地址，例如 192.0.2.7")
                .key("localNets", Net::list, "must be networks such as 10.0.0.0/8", "须为网段，例如 10.0.0.0/8")
                .key("codecs", VoiceSetup::codecs, "must be of PCMA and PCMU", "只能包含 PCMA 和 PCMU")
                .key(
                        "allowedOrigins",
                        VoiceSetup::origins,
                        "must be origins such as https://crm.example.org, separated by commas",
                        "须为来源，例如 https://crm.example.org，以逗号分隔")
                .key("rtpPorts", VoiceSetup::ports, "must be first-last, such as 20000-29999", "须为 首-末，例如 20000-29999")
                .faults();
    }
}
