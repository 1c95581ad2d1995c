// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Participant;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.interaction.Participant.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table: c customer, a agent, b colleague, x somebody outside, s and t supervisors. */
class EarshotTest {
    private static final Map<Character, Role> ROLES = Map.of(
            'c', Role.CUSTOMER,
            'a', Role.AGENT,
            'b', Role.COLLEAGUE,
            'x', Role.EXTERNAL,
            's', Role.SUPERVISOR,
            't', Role.SUPERVISOR);
    private static final Map<Character, Manner> MANNERS = Map.of(
            'r', Manner.RINGING,
            't', Manner.TALKING,
            'm', Manner.TALKING,
            'h', Manner.HELD,
            'l', Manner.LISTENING,
            'w', Manner.WHISPERING);

    @ParameterizedTest(name = "{0}: {1} gives {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "talk                        | ct at       | a:c c:a",
                "hold                        | ch at       | a: c:",
                "the agent is muted          | ct am       | a:c c:",
                "a colleague's phone rings   | ch at br    | a: b: c:",
                "consult                     | ch at bt    | a:b b:a c:",
                "swapped                     | ct at bh    | a:c b: c:a",
                "conference                  | ct at bt    | a:bc b:ac c:ab",
                "with somebody outside       | ct at bt xt | a:bcx b:acx c:abx x:abc",
                "one of a conference muted   | ct at bm    | a:c b:ac c:a",
                "left with somebody outside  | ct xt       | c:x x:c",
                "listen                      | ct at sl    | a:c c:a s:ac",
                "listen while held           | ch at sl    | a: c: s:a",
                "whisper                     | ct at sw    | a:cs c:a s:ac",
                "whisper in a conference     | ct at bt sw | a:bcs b:ac c:ab s:abc",
                "two supervisors             | ct at sw tl | a:cs c:a s:ac t:acs",
                "barge                       | ct at st    | a:cs c:as s:ac",
                "barge and listen            | ct at st tl | a:cs c:as s:ac t:acs",
            })
    void whoHearsWhom(String what, String there, String heard) {
        List<Participant> all = new ArrayList<>();
        for (String one : there.trim().split(" ", -1)) {
            all.add(new Participant(
                    id(one.charAt(0)),
                    ROLES.get(one.charAt(0)),
                    MANNERS.get(one.charAt(1)),
                    one.charAt(1) == 'm',
                    Optional.empty(),
                    Instant.EPOCH));
        }
        assertThat(written(Earshot.of(all))).as(what).isEqualTo(heard.trim());
    }

    private static PartyId id(char letter) {
        return letter == 'c'
                ? PartyId.CUSTOMER
                : letter == 'x' ? PartyId.outside(1) : PartyId.of(new AgentId(String.valueOf(letter)));
    }

    private static String letter(PartyId id) {
        return id.equals(PartyId.CUSTOMER)
                ? "c"
                : id.agent().map(AgentId::value).orElse("x").toLowerCase(Locale.ROOT);
    }

    private static String written(Map<PartyId, Set<PartyId>> heard) {
        Map<String, String> lines = new TreeMap<>();
        heard.forEach((hearer, speakers) -> lines.put(
                letter(hearer),
                speakers.stream().map(EarshotTest::letter).sorted().collect(Collectors.joining())));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + ":" + line.getValue())
                .collect(Collectors.joining(" "));
    }
}
