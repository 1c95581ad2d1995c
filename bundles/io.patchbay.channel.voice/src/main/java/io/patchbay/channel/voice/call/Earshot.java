// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Participant;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.interaction.Participant.Role;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who hears whom, by nothing but who is there and how. */
final class Earshot {
    private Earshot() {}

    /** Whom each hears; who rings or is held hears nobody. */
    static Map<PartyId, Set<PartyId>> of(Collection<Participant> all) {
        Map<PartyId, Set<PartyId>> heard = new LinkedHashMap<>();
        all.forEach(hearer -> heard.put(
                hearer.id(),
                all.stream()
                        .filter(speaker -> hears(hearer, speaker))
                        .map(Participant::id)
                        .collect(Collectors.toSet())));
        return heard;
    }

    private static boolean hears(Participant hearer, Participant speaker) {
        if (hearer.id().equals(speaker.id()) || speaker.muted() || !there(hearer)) {
            return false;
        }
        return speaker.manner() == Manner.TALKING || (speaker.manner() == Manner.WHISPERING && inside(hearer));
    }

    private static boolean there(Participant one) {
        return one.manner() != Manner.RINGING && one.manner() != Manner.HELD;
    }

    /** A whisper is for the agent, and for the supervisors beside him. */
    private static boolean inside(Participant hearer) {
        return hearer.role() == Role.AGENT || hearer.role() == Role.SUPERVISOR;
    }
}
