// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * A small check, independent of the node's own code, that what left is legal SIP and holds nothing of the sender's
 * body.
 */
final class LegalAnswer {
    private static final List<String> MANDATORY =
            List.of("Via: ", "From: ", "To: ", "Call-ID: ", "CSeq: ", "Content-Length: ");

    private LegalAnswer() {}

    /** Checks an answer to a request and returns its status. */
    static int check(String answer, String request) {
        int end = answer.indexOf("\r\n\r\n");
        assertThat(end).as("end of headers in %s", answer).isPositive();
        String head = answer.substring(0, end);
        assertThat(head.replace("\r\n", "")).as("line ends of %s", head).doesNotContain("\r", "\n");
        List<String> lines = List.of(head.split("\r\n", -1));
        assertThat(lines.get(0)).matches("SIP/2\\.0 [1-6]\\d\\d [^\\p{Cntrl}]+");
        for (String name : MANDATORY) {
            long count = lines.stream().filter(line -> line.startsWith(name)).count();
            if (name.equals("Via: ")) {
                assertThat(count).as("Via in %s", head).isPositive();
            } else {
                assertThat(count).as("%s in %s", name, head).isEqualTo(1);
            }
        }
        assertThat(lines.stream().skip(1)).allMatch(line -> line.matches("(?s)[A-Za-z-]+: .*"));
        int length = Integer.parseInt(answer.replaceAll("(?s).*\r\nContent-Length: (\\d+)\r\n.*", "$1"));
        assertThat(answer.length() - end - 4).as("body of %s", answer).isEqualTo(length);
        int body = request.indexOf("\r\n\r\n");
        if (body > 0 && request.length() - body > 12) {
            assertThat(answer).doesNotContain(request.substring(body + 4));
        }
        return Integer.parseInt(answer.substring(8, 11));
    }
}
