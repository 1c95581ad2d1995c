// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.text;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Callback;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.queue.Code;
import java.util.List;
import java.util.Locale;

/** The field's own words, as docs/glossary.md has them, with the icon and tone that go with each. */
public final class Terms {
    private final Words words;

    /**
     * The words of a language.
     *
     * @param locale the reader's
     */
    public Terms(Locale locale) {
        words = Words.of(Terms.class, locale);
    }

    /**
     * A presence in words: ready; not ready with its reason.
     *
     * @param presence which
     * @param reasons the configured reasons
     * @return the words
     */
    public String presence(Presence presence, List<Code> reasons) {
        if (presence instanceof Presence.NotReady away) {
            return words.get("presence.notReady") + " · " + reason(away.reason(), reasons);
        }
        return words.get("presence." + presence.wire());
    }

    /**
     * A reason in words.
     *
     * @param key its key
     * @param reasons the configured reasons
     * @return the words; the key if nobody knows it
     */
    public String reason(String key, List<Code> reasons) {
        return reasons.stream()
                .filter(code -> code.key().equals(key))
                .findFirst()
                .map(code -> code.text(words.locale()))
                .orElseGet(() -> words.or("reason." + key, key));
    }

    /**
     * The tone of a presence.
     *
     * @param presence which
     * @return {@code ok}, {@code wa} or {@code no}
     */
    public static String tone(Presence presence) {
        if (presence instanceof Presence.Ready) {
            return "ok";
        }
        boolean fault = presence instanceof Presence.NotReady away
                && (away.reason().equals(Presence.NotReady.NO_ANSWER)
                        || away.reason().equals(Presence.NotReady.CONNECTION_LOST));
        return fault ? "wa" : "no";
    }

    /**
     * The icon of a presence.
     *
     * @param presence which
     * @return a name of the icon set
     */
    public static String icon(Presence presence) {
        if (presence instanceof Presence.Ready) {
            return "check";
        }
        return presence instanceof Presence.NotReady away && away.reason().equals("break") ? "cup" : "minus";
    }

    /**
     * How far a callback is, in words.
     *
     * @param phase how far
     * @return the words
     */
    public String callback(Callback.Phase phase) {
        return words.get("callback." + phase.wire());
    }

    /**
     * A channel in words.
     *
     * @param channel which
     * @return the words; the key for a plug-in's
     */
    public String channel(ChannelKey channel) {
        return words.or("channel." + channel, channel.value());
    }

    /**
     * The icon of a channel.
     *
     * @param channel which
     * @return a name of the icon set
     */
    public static String icon(ChannelKey channel) {
        return switch (channel.value()) {
            case "voice" -> "phone";
            case "email" -> "mail";
            case "sms" -> "sms";
            case "loopback" -> "refresh";
            default -> "chat";
        };
    }

    /**
     * A customer's tier in words.
     *
     * @param tier its key
     * @return the words; the key if we have none
     */
    public String tier(String tier) {
        return words.or("tier." + tier, tier);
    }

    /**
     * The tone of a tier's badge.
     *
     * @param tier its key
     * @return {@code gold} for those ranked high, else empty
     */
    public static String tone(String tier) {
        return switch (tier) {
            case "gold", "platinum", "vip", "diamond" -> "gold";
            default -> "";
        };
    }

    /**
     * Where an interaction is, in words.
     *
     * @param state which
     * @return the words
     */
    public String state(InteractionState state) {
        return words.get("state." + state.wire());
    }

    /**
     * The tone of a state's badge.
     *
     * @param state which
     * @return a tone of the theme
     */
    public static String tone(InteractionState state) {
        return switch (state) {
            case TREATING, WAITING, PARKED -> "wa";
            case OFFERED, CONNECTED -> "pr";
            case WRAPUP -> "vi";
            case CLOSED -> "";
        };
    }

    /**
     * How an interaction ended, in words.
     *
     * @param outcome which
     * @return the words
     */
    public String outcome(Outcome outcome) {
        return words.get("outcome." + outcome.wire());
    }

    /**
     * The tone of an outcome's badge.
     *
     * @param outcome which
     * @return a tone of the theme
     */
    public static String tone(Outcome outcome) {
        return switch (outcome) {
            case HANDLED -> "ok";
            case ABANDONED, UNREACHED -> "wa";
            case REFUSED, FAILED -> "er";
        };
    }

    /**
     * How an assignment ended, in words.
     *
     * @param end which
     * @return the words
     */
    public String end(Assignment.End end) {
        return words.get("end." + end.wire());
    }

    /**
     * What became of a message, in words.
     *
     * @param delivery which
     * @return the words
     */
    public String delivery(Message.Delivery delivery) {
        return words.get("delivery." + delivery.wire());
    }

    /**
     * Who wrote a message, in words.
     *
     * @param author which side
     * @return the words
     */
    public String author(Message.Author author) {
        return words.get("author." + author.wire());
    }
}
