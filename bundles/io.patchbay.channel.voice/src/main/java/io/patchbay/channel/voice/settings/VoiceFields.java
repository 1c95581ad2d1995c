// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.settings;

import io.patchbay.api.id.QueueId;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.api.PhoneAccount;
import io.patchbay.channel.voice.api.VoiceCommand;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The JSON bodies of the commands about voice; what is missing or wrong is named. */
public final class VoiceFields {
    private final Map<String, Object> body;

    VoiceFields(Map<String, Object> body) {
        this.body = body;
    }

    public VoiceCommand.SaveNumber number() {
        DialledNumber.Rules usual = DialledNumber.Rules.USUAL;
        return new VoiceCommand.SaveNumber(new DialledNumber(
                text("number"),
                new QueueId(text("queue")),
                maybe("language").orElse("zh-CN"),
                maybe("greeting").orElse(""),
                new DialledNumber.Rules(
                        flag("record", usual.record()),
                        flag("notice", usual.notice()),
                        flag("staffNumber", usual.staffNumber()),
                        number("positionSeconds", usual.positionSeconds()),
                        flag("mustRecord", usual.mustRecord()))));
    }

    public VoiceCommand.RemoveNumber removedNumber() {
        return new VoiceCommand.RemoveNumber(text("number"));
    }

    public VoiceCommand.SavePhone phone() {
        return new VoiceCommand.SavePhone(
                new PhoneAccount(
                        text("extension"),
                        digest(maybe("digest").orElse("md5")),
                        PhoneAccount.Answering.parse(maybe("answering").orElse("handset"))),
                maybe("secret"));
    }

    private static PhoneAccount.Digest digest(String wire) {
        return switch (wire.toLowerCase(Locale.ROOT)) {
            case "md5" -> PhoneAccount.Digest.MD5;
            case "sha256" -> PhoneAccount.Digest.SHA256;
            default -> throw new IllegalArgumentException("digest must be md5 or sha256 but is \"" + wire + "\"");
        };
    }

    public VoiceCommand.RemovePhone removedPhone() {
        return new VoiceCommand.RemovePhone(text("extension"));
    }

    public VoiceCommand.AutoAnswer autoAnswer() {
        return new VoiceCommand.AutoAnswer(flag("on", true));
    }

    public VoiceCommand.Drain drain() {
        return new VoiceCommand.Drain(flag("end", false));
    }

    private String text(String field) {
        return maybe(field).orElseThrow(() -> new IllegalArgumentException("the field \"" + field + "\" is missing"));
    }

    private Optional<String> maybe(String field) {
        Object value = body.get(field);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw new IllegalArgumentException("the field \"" + field + "\" must be text");
    }

    private boolean flag(String field, boolean usual) {
        Object value = body.getOrDefault(field, usual);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException("the field \"" + field + "\" must be true or false");
    }

    private int number(String field, int usual) {
        Object value = body.getOrDefault(field, usual);
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException("the field \"" + field + "\" must be a number");
    }
}
