// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of an SMS of ours (SMPP 3.4, 5.3.2.12, 5.3.2.35 and appendix B).
 *
 * @param ids the SMSC's id as it may stand in its answer: as told, and with hexadecimal and decimal exchanged
 * @param fate the state
 * @param reason why, if it failed
 */
public record Receipt(List<String> ids, Fate fate, String reason) {
    private static final Pattern ID = Pattern.compile("(?i)\\bid:\\s*([^\\s]+)");
    private static final Pattern STATE = Pattern.compile("(?i)\\bstat:\\s*([a-z]+)");
    private static final Pattern ERROR = Pattern.compile("(?i)\\berr:\\s*([0-9a-z]+)");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{1,15}");
    private static final List<String> STATES =
            List.of("", "ENROUTE", "DELIVRD", "EXPIRED", "DELETED", "UNDELIV", "ACCEPTD", "UNKNOWN", "REJECTD");

    public Receipt {
        ids = List.copyOf(ids);
    }

    /** Where an SMS is. */
    public enum Fate {
        /** Under way. */
        UNDERWAY,
        /** Reached the phone. */
        DELIVERED,
        /** Will not reach it. */
        FAILED
    }

    /**
     * Reads a receipt from its text and from what its parameters say, which counts more; without an id or state it says
     * nothing.
     */
    static Receipt read(String text, Optional<String> receiptedId, int messageState) {
        Optional<String> id = receiptedId.or(() -> found(ID, text)).filter(one -> !one.isBlank());
        Optional<String> state = messageState > 0 && messageState < STATES.size()
                ? Optional.of(STATES.get(messageState))
                : found(STATE, text).map(word -> word.toUpperCase(Locale.ROOT));
        if (id.isEmpty() || state.isEmpty()) {
            return new Receipt(List.of(), Fate.UNDERWAY, "");
        }
        Fate fate = fate(state.get());
        String error = found(ERROR, text)
                .filter(code -> !code.matches("0+"))
                .map(code -> ", error " + code)
                .orElse("");
        return new Receipt(spellings(id.get()), fate, fate == Fate.FAILED ? words(state.get()) + error : "");
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Fate fate(String state) {
        return switch (state) {
            case "DELIVRD" -> Fate.DELIVERED;
            case "EXPIRED", "DELETED", "UNDELIV", "REJECTD" -> Fate.FAILED;
            default -> Fate.UNDERWAY;
        };
    }

    private static String words(String state) {
        return switch (state) {
            case "EXPIRED" -> "the phone could not be reached in time (EXPIRED)";
            case "DELETED" -> "deleted at the SMSC (DELETED)";
            case "REJECTD" -> "rejected (REJECTD)";
            default -> "could not be delivered (UNDELIV)";
        };
    }

    /** How an id is kept: lower case, without leading zeros. */
    public static String kept(String id) {
        String plain = id.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
        return plain.substring(0, Math.min(65, plain.length()));
    }

    private static List<String> spellings(String id) {
        String kept = kept(id);
        Set<String> spellings = new LinkedHashSet<>(List.of(kept));
        if (DECIMAL.matcher(kept).matches()) {
            spellings.add(Long.toHexString(Long.parseLong(kept)));
        }
        if (HEXADECIMAL.matcher(kept).matches()) {
            spellings.add(Long.toString(Long.parseLong(kept, 16)));
        }
        return new ArrayList<>(spellings);
    }
}
