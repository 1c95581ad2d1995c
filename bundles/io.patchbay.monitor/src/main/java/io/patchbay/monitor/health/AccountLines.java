// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.health;

import io.patchbay.api.command.Problem;
import io.patchbay.api.health.HealthPart.Health;
import io.patchbay.api.health.HealthPart.Level;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelAccount;
import io.patchbay.spi.channel.ChannelAccount.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** The accounts of all channels: trunks, SMSC binds, mail boxes. A new one has a while to connect. */
public final class AccountLines {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private final Map<String, Long> connectingSince = new HashMap<>();

    /** Knows of none yet. */
    public AccountLines(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** One line an account. */
    public synchronized List<Health> lines(List<Channel> channels) {
        List<Health> lines = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (Channel channel : channels) {
            for (ChannelAccount account : channel.accounts()) {
                String name = account.pid().replaceFirst("^io\\.patchbay\\.channel\\.", "");
                there.add(name);
                lines.add(line(name, channel.key().value(), account));
            }
        }
        connectingSince.keySet().retainAll(there);
        return lines;
    }

    private Health line(String name, String channel, ChannelAccount account) {
        String part = "account:" + name;
        if (account.state() == State.UP) {
            connectingSince.remove(name);
            return new Health(part, Level.UP, Optional.empty());
        }
        long since = connectingSince.computeIfAbsent(name, key -> nanos.getAsLong());
        boolean patient = account.state() == State.CONNECTING && nanos.getAsLong() - since < TO_CONNECT.toNanos();
        return patient
                ? new Health(part, Level.UP, Optional.empty())
                : new Health(part, Level.DEGRADED, Optional.of(problem(name, channel, account)));
    }

    private static Problem problem(String name, String channel, ChannelAccount account) {
        String reason = account.reason().isEmpty() ? account.state().wire() : account.reason();
        boolean refused = account.state() == State.REFUSED;
        return Problem.of(
                refused ? "account-refused" : "account-down",
                "{0} is {1}: {2}. {3}",
                "{0} {4}：{2}。{5}",
                name,
                account.state().wire(),
                reason.replaceFirst("[.。]+$", ""),
                refused
                        ? "Check user and password in etc/" + account.pid() + ".cfg with the provider."
                        : english(channel),
                refused ? "被拒绝" : "不可用",
                refused ? "请与服务商核对 etc/" + account.pid() + ".cfg 中的用户名和密码。" : chinese(channel));
    }

    private static String english(String channel) {
        return switch (channel) {
            case "voice" -> "Calls of it do not come; ask the carrier and check the line. It is tried again by itself.";
            case "sms" -> "SMS wait at the SMSC and here, nothing is lost; ask the SMSC's operator. It is tried again by itself.";
            case "email" -> "Mails wait on their server and here, nothing is lost; check the mail server. It is tried again by itself.";
            default -> "It is tried again by itself.";
        };
    }

    private static String chinese(String channel) {
        return switch (channel) {
            case "voice" -> "该线路来电无法接入，请联系运营商并检查线路。系统会自动重试。";
            case "sms" -> "短信在短信中心和本系统等待，不会丢失，请联系短信中心。系统会自动重试。";
            case "email" -> "邮件在邮件服务器和本系统等待，不会丢失，请检查邮件服务器。系统会自动重试。";
            default -> "系统会自动重试。";
        };
    }
}
