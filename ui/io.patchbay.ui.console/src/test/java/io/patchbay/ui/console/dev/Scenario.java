// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.dev;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.call.LiveCall.Recording;
import io.patchbay.api.call.LiveCalls.Phone;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Message.Author;
import io.patchbay.api.interaction.Message.Delivery;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.interaction.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A believable morning. */
final class Scenario {
    private static final AgentId ALICE = new AgentId("alice");

    private final SampleCore core;
    private InteractionId first;
    private InteractionId call;

    Scenario(SampleCore core) {
        this.core = core;
    }

    void begin() {
        Customer zhou = core.customers.add(
                "周明远", "standard", "+8615900003380", "zhou.my@example.com", "11-02 投诉：贷款利率未按时下调，已办结。谈利率前请先看。");
        Customer emily = core.customers.add("Emily Carter", "silver", "+14155550137", "emily.carter@example.com", "");
        Customer gao = core.customers.add("高建国", "standard", "+8613600007712", "gao.jg@example.com", "");
        Customer lin = core.customers.add("林若晴", "gold", "+8613800002046", "lin.rq@example.com", "偏好：工作日 18 点后联系，短信优先");
        core.customers.add("林若晴（子女）", "standard", "+8613800002046", "lin.zn@example.com", "");
        history(zhou, "chat", "提前还款违约金", 86_400);
        history(zhou, "voice", "利率重定价咨询", 20 * 86_400);
        history(zhou, "email", "利率未下调", 7 * 86_400);
        history(lin, "voice", "境外用卡咨询", 26 * 86_400);
        history(lin, "sms", "账单提醒", 4 * 86_400);
        history(lin, "chat", "账单分期怎么没成功？", 86_000);
        Instant now = Instant.now();
        core.presence(ALICE, new Presence.Ready());
        core.deskOf(ALICE).since = now.minusSeconds(494);
        first = chat(zhou, "loans", "个人住房贷款", now.minusSeconds(456));
        say(first, Author.CUSTOMER, "我有一笔房贷，还剩 18 年，想提前还款，违约金怎么算？", now.minusSeconds(420));
        say(first, Author.AGENT, "周先生您好，我是 1001 号客服。我先核对一下您的合同，请稍等。", now.minusSeconds(370));
        say(
                first,
                Author.AGENT,
                "查到了。您的贷款 2021-12-15 起息，已满 1 年，按合同第 9 条提前还款不收违约金。全部结清当天的利息会按实际天数计算。",
                now.minusSeconds(190));
        core.write(first, Author.AGENT, "收到，与系统记录一致。", now.minusSeconds(80), Delivery.SENT, "alice");
        say(first, Author.CUSTOMER, "那如果只提前还一部分呢？月供会变少还是年限变短？", now.minusSeconds(22));
        InteractionId english = chat(emily, "service", "Card blocked abroad", now.minusSeconds(900));
        say(english, Author.CUSTOMER, "My card was declined in Lisbon. Can you help?", now.minusSeconds(800));
        say(
                english,
                Author.AGENT,
                "I have lifted the block. Try the terminal again in two minutes.",
                now.minusSeconds(125));
        InteractionId mail = open("email", gao, "loans", "贷款材料补交", now.minusSeconds(4000));
        say(mail, Author.CUSTOMER, "您好，贷款补充材料已放在附件，请查收。", now.minusSeconds(3900));
        say(mail, Author.AGENT, "材料已收到，预计 2 个工作日内完成审核。", now.minusSeconds(3600));
        core.phase(ALICE, mail, AgentDesk.Phase.PARKED);
        floor(now);
    }

    private void history(Customer who, String channel, String subject, long secondsAgo) {
        Instant at = Instant.now().minusSeconds(secondsAgo);
        Interaction made = core.contact(channel, "service", who.name(), subject, Optional.of(who), at);
        core.accept(new AgentId("bob"), made.id());
        say(made.id(), Author.CUSTOMER, "您好，" + subject, at.plusSeconds(2));
        core.done(
                new AgentId("bob"),
                made.id(),
                Optional.of("enquiry"),
                io.patchbay.api.interaction.Assignment.End.COMPLETED);
        core.closed(made.id(), Outcome.HANDLED, at.plusSeconds(310));
        if (channel.equals("voice")) {
            core.recorded(
                    made.id(),
                    new Interaction.RecordedPart(
                            RecordingId.at(at.toEpochMilli()), at, Optional.of(at.plusSeconds(10)), true));
        }
        core.notes.put(made.id(), List.of(new Note(new AgentId("bob"), at.plusSeconds(305), "已说明办理条件，客户表示理解，无后续。")));
    }

    private InteractionId chat(Customer who, String queue, String subject, Instant at) {
        return open("chat", who, queue, subject, at);
    }

    private InteractionId open(String channel, Customer who, String queue, String subject, Instant at) {
        Interaction made = core.contact(channel, queue, who.name(), subject, Optional.of(who), at);
        core.accept(ALICE, made.id());
        return made.id();
    }

    private void say(InteractionId id, Author author, String text, Instant at) {
        core.write(
                id,
                author,
                text,
                at,
                author == Author.CUSTOMER ? Delivery.RECEIVED : Delivery.DELIVERED,
                author == Author.AGENT ? "alice" : null);
    }

    private void floor(Instant now) {
        Random random = new Random(7);
        String[] reasons = {"break", "meal", "meeting"};
        core.directory.people.values().stream()
                .filter(person ->
                        person.extension().isPresent() && !person.user().value().equals("alice"))
                .sorted((a, b) -> a.extension().get().compareTo(b.extension().get()))
                .forEach(person -> {
                    AgentId agent = new AgentId(person.user().value());
                    int what = random.nextInt(10);
                    core.presence(agent, what < 7 ? new Presence.Ready() : new Presence.NotReady(reasons[what % 3]));
                    core.deskOf(agent).since = now.minusSeconds(random.nextInt(1600));
                    for (int i = 0; i < what % 4; i++) {
                        Interaction made = core.contact(
                                i == 0 && what > 4 ? "voice" : "chat",
                                "service",
                                "客户" + what,
                                null,
                                Optional.empty(),
                                now.minusSeconds(random.nextInt(700)));
                        core.accept(agent, made.id());
                    }
                });
        String[] queues = {"loans", "loans", "loans", "service", "service", "web", "web", "complaints"};
        for (String queue : queues) {
            core.contact(
                    queue.equals("web") ? "chat" : "voice",
                    queue,
                    "访客",
                    null,
                    Optional.empty(),
                    now.minusSeconds(10 + random.nextInt(110)));
        }
        for (int i = 0; i < 40; i++) {
            Instant at = now.minusSeconds(3600L + random.nextInt(80_000));
            Interaction made = core.contact(
                    new String[] {"voice", "chat", "sms", "email"}[i % 4],
                    i % 3 == 0 ? "loans" : "service",
                    new String[] {"吴国强", "何嘉怡", "孙立", "Marta Silva", "钱芳"}[i % 5],
                    new String[] {"账单分期", "经营贷续期", null, "年费减免"}[i % 4],
                    Optional.empty(),
                    at);
            if (i % 6 != 0) {
                core.accept(new AgentId("carol"), made.id());
                core.done(
                        new AgentId("carol"),
                        made.id(),
                        Optional.of("business"),
                        io.patchbay.api.interaction.Assignment.End.COMPLETED);
            }
            core.closed(made.id(), i % 6 == 0 ? Outcome.ABANDONED : Outcome.HANDLED, at.plusSeconds(200 + i * 9L));
        }
    }

    void offer(String seconds) {
        Customer lin = core.customers.customers.values().stream()
                .filter(c -> c.name().equals("林若晴"))
                .findFirst()
                .orElseThrow();
        Interaction made = core.contact(
                "chat",
                "loans",
                "林若晴",
                "账单分期未成功",
                Optional.of(lin),
                Instant.now().minusSeconds(18));
        say(made.id(), Author.CUSTOMER, "你好，我的账单分期为什么失败了？", Instant.now().minusSeconds(16));
        core.offer(ALICE, made.id(), seconds == null ? 15 : Integer.parseInt(seconds));
    }

    /** A call rings; alice's phone is told to answer and cannot by itself. */
    void call(String seconds) {
        Customer lin = core.customers.customers.values().stream()
                .filter(c -> c.name().equals("林若晴"))
                .findFirst()
                .orElseThrow();
        Interaction made = core.contact(
                "voice", "service", "林若晴", null, Optional.of(lin), Instant.now().minusSeconds(18));
        call = made.id();
        core.calls.phone(ALICE, Phone.State.RINGING);
        core.offer(ALICE, call, seconds == null ? 15 : Integer.parseInt(seconds));
    }

    void answer() {
        core.deskOf(ALICE).offers.removeIf(offer -> offer.interaction().equals(call));
        core.accept(ALICE, call);
        core.calls.phone(ALICE, Phone.State.TALKING);
        core.calls.talking(call, ALICE, Recording.ON, SampleCalls.GOOD);
    }

    /** The line gets bad and the disk full. */
    void trouble() {
        core.calls.talking(call, ALICE, Recording.FAILED, SampleCalls.POOR);
    }

    /** The customer hangs up. */
    void hangUp() {
        core.calls.over(call);
        core.calls.phone(ALICE, Phone.State.FREE);
        core.phase(ALICE, call, AgentDesk.Phase.WRAP_UP);
    }

    void phone(boolean away) {
        core.calls.phone(ALICE, away ? Phone.State.AWAY : Phone.State.FREE);
        core.unreachable(ALICE, away);
    }

    void unknown() {
        Interaction made = core.contact(
                "chat",
                "service",
                "访客 Nora",
                null,
                Optional.empty(),
                Instant.now().minusSeconds(5));
        say(made.id(), Author.CUSTOMER, "请问怎么开户？", Instant.now().minusSeconds(4));
        core.offer(ALICE, made.id(), 60);
    }

    void message(String text) {
        say(first, Author.CUSTOMER, text == null ? "在吗？" : text, Instant.now());
    }

    void typing() {
        core.typing(first);
    }
}
