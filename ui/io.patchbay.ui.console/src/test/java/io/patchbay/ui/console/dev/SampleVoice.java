// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.dev;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.api.PhoneAccount;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.api.VoiceSettings;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelAccount;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Numbers, phones and trunks in memory. */
public final class SampleVoice implements VoiceSettings, Channel {
    private final Map<String, DialledNumber> numbers = new TreeMap<>();
    private final Map<String, PhoneLine> phones = new TreeMap<>();
    private boolean draining;
    private int calls = 3;

    public SampleVoice() {
        number("95500", "service", "zh-CN", DialledNumber.Rules.USUAL);
        number("95501", "loans", "zh-CN", new DialledNumber.Rules(true, true, false, 0, false));
        number("+861095502", "complaints", "en", DialledNumber.Rules.USUAL);
        phone("1001", PhoneAccount.Answering.ALERT_INFO, "10.20.1.41:5060 udp", "Yealink SIP-T46U 108.86.0.20");
        phone("1002", PhoneAccount.Answering.HANDSET, "10.20.1.42:5060 tls", "");
        phone("1003", PhoneAccount.Answering.TALK, "", "");
    }

    private void number(String number, String queue, String language, DialledNumber.Rules rules) {
        numbers.put(number, new DialledNumber(number, new QueueId(queue), language, "welcome", rules));
    }

    private void phone(String extension, PhoneAccount.Answering answering, String from, String agent) {
        PhoneAccount account = new PhoneAccount(extension, PhoneAccount.Digest.MD5, answering);
        phones.put(extension, new PhoneLine(account, from, agent));
    }

    CommandResult run(VoiceCommand command) {
        if (command instanceof VoiceCommand.SaveNumber c) {
            if (c.number().greeting().equals("holiday")) {
                return refused(Problem.of("unknown-greeting", "There is no prompt \"holiday\".", "没有名为“holiday”的提示音。"));
            }
            numbers.put(c.number().number(), c.number());
        } else if (command instanceof VoiceCommand.RemoveNumber c) {
            numbers.remove(c.number());
        } else if (command instanceof VoiceCommand.SavePhone c) {
            phones.put(c.phone().extension(), new PhoneLine(c.phone(), "", ""));
        } else if (command instanceof VoiceCommand.RemovePhone c) {
            phones.remove(c.extension());
        } else if (command instanceof VoiceCommand.Drain c) {
            draining = true;
            calls = c.end() ? 0 : calls;
        } else if (command instanceof VoiceCommand.Open) {
            draining = false;
        }
        return new CommandResult.Done();
    }

    private static CommandResult refused(Problem problem) {
        return new CommandResult.Refused(CommandResult.Kind.INVALID, problem);
    }

    @Override
    public List<DialledNumber> numbers() {
        return List.copyOf(numbers.values());
    }

    @Override
    public List<PhoneLine> phones() {
        return List.copyOf(phones.values());
    }

    @Override
    public List<String> greetings() {
        return List.of("holiday", "welcome");
    }

    @Override
    public int calls() {
        return calls;
    }

    @Override
    public boolean draining() {
        return draining;
    }

    @Override
    public ChannelKey key() {
        return new ChannelKey("voice");
    }

    @Override
    public WorkKind kind() {
        return new WorkKind("call");
    }

    @Override
    public List<ChannelAccount> accounts() {
        return List.of(
                new ChannelAccount("io.patchbay.channel.voice.trunk-demo", ChannelAccount.State.UP, ""),
                new ChannelAccount(
                        "io.patchbay.channel.voice.trunk-carrier",
                        ChannelAccount.State.REFUSED,
                        "sip.example.com answered REGISTER with 403: check user and password."));
    }
}
