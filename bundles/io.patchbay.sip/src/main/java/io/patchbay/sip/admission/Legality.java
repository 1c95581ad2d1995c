// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.admission;

import io.patchbay.sip.edge.Grammar;
import io.patchbay.sip.edge.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What RFC 3261 (8.2, 16.3) refuses whoever sent it, in its order. */
final class Legality {
    static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, NOTIFY, REFER, REGISTER";

    private static final Set<String> ALLOWED = Set.of(ALLOW.split(", "));
    private static final Set<String> KNOWN = Set.of("PRACK", "SUBSCRIBE", "MESSAGE", "PUBLISH");
    private static final Set<String> SCHEMES = Set.of("sip", "sips", "tel");
    private static final int MOST_SDP_BYTES = 16_384;

    private final String sentBy;

    /** @param sentBy our own host and port, as in Via */
    Legality(String sentBy) {
        this.sentBy = sentBy.toLowerCase(Locale.ROOT);
    }

    /** The first thing wrong with a request that is no ACK and no CANCEL. */
    Optional<Refusal> check(Request request) {
        if (!request.version().equals("SIP/2.0")) {
            return Optional.of(Refusal.of(505, ""));
        }
        if (!ALLOWED.contains(request.method())) {
            return Optional.of(Refusal.of(KNOWN.contains(request.method()) ? 405 : 501, "Allow", ALLOW));
        }
        if (!SCHEMES.contains(request.uri().scheme())) {
            return Optional.of(Refusal.of(416, ""));
        }
        if (request.headers().all("Via").stream().anyMatch(this::isOurs)) {
            return Optional.of(Refusal.of(482, ""));
        }
        if (request.maxForwards() == 0 && request.method().equals("INVITE")) {
            return Optional.of(Refusal.of(483, ""));
        }
        List<String> required = request.headers().all("Require").stream()
                .flatMap(value -> Grammar.split(value, ',').stream())
                .map(String::strip)
                .filter(extension -> !extension.equalsIgnoreCase("timer"))
                .toList();
        if (!required.isEmpty()) {
            return Optional.of(Refusal.of(420, "Unsupported", String.join(", ", required)));
        }
        return content(request);
    }

    private boolean isOurs(String via) {
        String[] words = via.toLowerCase(Locale.ROOT).split("[\\s;]+", 3);
        return words.length > 1 && words[1].equals(sentBy);
    }

    private static Optional<Refusal> content(Request request) {
        if (request.body().isEmpty()) {
            return Optional.empty();
        }
        if (request.headers().all("Content-Encoding").stream()
                .anyMatch(coding -> !coding.equalsIgnoreCase("identity"))) {
            return Optional.of(Refusal.of(415, "Accept-Encoding", "identity"));
        }
        if (!request.method().equals("INVITE") && !request.method().equals("UPDATE")) {
            return Optional.empty();
        }
        String type = request.headers()
                .first("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .strip();
        if (!type.equalsIgnoreCase("application/sdp")) {
            return Optional.of(Refusal.of(415, "Accept", "application/sdp"));
        }
        return request.body().length() > MOST_SDP_BYTES ? Optional.of(Refusal.of(413, "")) : Optional.empty();
    }
}
