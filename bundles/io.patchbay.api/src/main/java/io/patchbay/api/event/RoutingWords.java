// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.WhyWords;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Says why a contact goes the way it goes, one sentence an event, in a reader's language. Safe for any thread. */
public final class RoutingWords {
    private record Pair(String english, String chinese) {}

    private static final Map<QueueRules.When, Pair> WAYS = Map.of(
            QueueRules.When.WAIT, new Pair("waited {0} s, at least {1} s", "已等 {0} 秒，达到 {1} 秒"),
            QueueRules.When.POSITION, new Pair("{0} were before it, at least {1}", "前面有 {0} 个，达到 {1} 个"),
            QueueRules.When.SERVICE_LEVEL, new Pair("service level {0} %, below {1} %", "服务水平 {0}%，低于 {1}%"),
            QueueRules.When.STAFFING, new Pair("{0} agents at work, fewer than {1}", "在岗坐席 {0} 人，少于 {1} 人"),
            QueueRules.When.CLOSED, new Pair("its calendar is closed", "不在服务时间"));

    private final boolean chinese;
    private final WhyWords why;
    private final Function<QueueId, String> queues;

    /**
     * Words for a reader.
     *
     * @param locale the reader's; any {@code zh} is Chinese, all else English
     * @param people the names of agents as the reader may see them
     * @param skills the names of skills
     * @param queues the names of queues
     */
    public RoutingWords(
            Locale locale,
            Function<AgentId, String> people,
            Function<SkillId, String> skills,
            Function<QueueId, String> queues) {
        this.chinese = locale.getLanguage().equals("zh");
        this.why = new WhyWords(locale, people, skills);
        this.queues = queues;
    }

    /**
     * The reason an event carries.
     *
     * @param event what happened
     * @return one or two sentences; empty if the event carries none
     */
    public Optional<String> text(CoreEvent event) {
        if (event instanceof AssignmentEvent.Offered offered) {
            return offered.why().map(reasons -> why.offered(reasons, offered.agent()));
        } else if (event instanceof InteractionEvent.Waited waited) {
            return Optional.of(why.waits(waited.why()));
        } else if (event instanceof InteractionEvent.Overflowed overflowed) {
            return Optional.of(overflowed(overflowed));
        } else if (event instanceof InteractionEvent.Favoured favoured) {
            return Optional.of(favoured(favoured));
        } else if (event instanceof InteractionEvent.Treated treated) {
            return Optional.of(chinese ? treated.chinese() : treated.english());
        }
        return Optional.empty();
    }

    private String overflowed(InteractionEvent.Overflowed event) {
        Pair way = WAYS.get(event.when());
        String because = MessageFormat.format(
                chinese ? way.chinese() : way.english(),
                String.valueOf(event.actual()),
                String.valueOf(event.threshold()));
        return MessageFormat.format(
                chinese ? "由 {0} 溢出到 {1}：{2}。" : "From {0} to {1}: {2}.",
                queues.apply(event.from()),
                queues.apply(event.to()),
                because);
    }

    private String favoured(InteractionEvent.Favoured event) {
        String credit = String.valueOf(event.credit());
        String reason = WhyWords.half(event.reason(), chinese);
        return MessageFormat.format(chinese ? "优先 {0} 分钟：{1}。" : "{0} minutes of credit: {1}.", credit, reason);
    }
}
