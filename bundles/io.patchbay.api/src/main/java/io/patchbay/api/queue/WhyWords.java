// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.SkillId;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says a {@link Why} as sentences in a reader's language. Safe for any thread. */
public final class WhyWords {
    private record Pair(String english, String chinese) {}

    private static final Map<Why.Cause, Pair> CAUSES = new EnumMap<>(Map.ofEntries(
            Map.entry(Why.Cause.OFFICER_OUTSIDE, new Pair("own officer, does not serve this queue", "客户经理，不服务本队列")),
            Map.entry(Why.Cause.OFFICER_AWAY, new Pair("own officer, not ready", "客户经理，未示闲")),
            Map.entry(Why.Cause.BEHIND, new Pair("the strategy prefers another", "策略优先他人")),
            Map.entry(Why.Cause.KEPT, new Pair("kept free for others", "为其他队列预留")),
            Map.entry(Why.Cause.SKILL, new Pair("lacks a skill", "技能不符")),
            Map.entry(Why.Cause.BUSY, new Pair("has no room", "已满负荷")),
            Map.entry(Why.Cause.UNINTERRUPTED, new Pair("must not be interrupted", "当前工作不可打断")),
            Map.entry(Why.Cause.NOT_READY, new Pair("not ready", "未示闲")),
            Map.entry(Why.Cause.DECLINED, new Pair("declined it", "刚刚拒接")),
            Map.entry(Why.Cause.UNREACHABLE, new Pair("phone not reached", "话机不可用")),
            Map.entry(Why.Cause.NOT_PREFERRED, new Pair("tried with another alone", "先试专属坐席"))));

    private final boolean chinese;
    private final Function<AgentId, String> people;
    private final Function<SkillId, String> skills;

    /**
     * Words for a reader.
     *
     * @param locale the reader's; any {@code zh} is Chinese, all else English
     * @param people the names of agents as the reader may see them
     * @param skills the names of skills
     */
    public WhyWords(Locale locale, Function<AgentId, String> people, Function<SkillId, String> skills) {
        this.chinese = locale.getLanguage().equals("zh");
        this.people = people;
        this.skills = skills;
    }

    /**
     * Why an agent was offered it.
     *
     * @param why the reasons
     * @param agent who
     * @return one or two sentences
     */
    public String offered(Why why, AgentId agent) {
        String choice = half(why.choice());
        return begin(why)
                + (chinese
                        ? MessageFormat.format("选 {0}：{1}。", people.apply(agent), choice)
                        : MessageFormat.format("offered to {0}: {1}.", people.apply(agent), choice))
                + others(why);
    }

    /**
     * Why it waits on.
     *
     * @param why the reasons
     * @return one or two sentences
     */
    public String waits(Why why) {
        String choice = why.choice().isEmpty() ? (chinese ? "暂无可接坐席" : "nobody can take it now") : half(why.choice());
        return begin(why) + choice + (chinese ? "。" : ".") + (why.counts().isEmpty() ? nobody() : others(why));
    }

    private String nobody() {
        return chinese ? "能接的坐席都未签入。" : " Nobody who could is signed in.";
    }

    private String begin(Why why) {
        String needs = new TreeMap<>(why.needs())
                .entrySet().stream()
                        .map(need -> skills.apply(need.getKey()) + " ≥ " + need.getValue())
                        .collect(Collectors.joining(chinese ? "、" : ", "));
        String asked = needs.isEmpty() ? (chinese ? "不限技能" : "any skill") : needs;
        String waited = String.valueOf(why.waited().toSeconds());
        return chinese
                ? MessageFormat.format("等了 {0} 秒，第 {1}/{2} 步（{3}）：", waited, why.step(), why.steps(), asked)
                : MessageFormat.format("After {0} s, step {1} of {2} ({3}): ", waited, why.step(), why.steps(), asked);
    }

    private String others(Why why) {
        List<String> parts = new ArrayList<>();
        Map<Why.Cause, Integer> rest = new TreeMap<>(why.counts());
        why.others().forEach(one -> {
            rest.merge(one.cause(), -1, Integer::sum);
            String cause = one.detail().isEmpty() ? cause(one.cause()) : cause(one.cause()) + detail(one.detail());
            parts.add((chinese ? "未选 " : "not ") + people.apply(one.agent()) + (chinese ? "：" : ": ") + cause);
        });
        rest.forEach((cause, count) -> {
            if (count > 0) {
                parts.add(chinese ? "另有 " + count + " 人" + cause(cause) : count + " more: " + cause(cause));
            }
        });
        return parts.isEmpty()
                ? ""
                : (chinese ? "" : " ") + sentence(String.join(chinese ? "；" : "; ", parts)) + (chinese ? "。" : ".");
    }

    /** What decides begins with a skill's id. */
    private String detail(String text) {
        int space = text.indexOf(' ');
        String shown = space < 1 ? text : skills.apply(new SkillId(text.substring(0, space))) + text.substring(space);
        return chinese ? "（" + shown + "）" : " (" + shown + ")";
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String cause(Why.Cause cause) {
        Pair words = CAUSES.get(cause);
        return chinese ? words.chinese() : words.english();
    }

    private String half(String text) {
        return half(text, chinese);
    }

    /**
     * A reader's half of a text in both languages.
     *
     * @param text English, then {@code " / "}, then zh-CN; or one text for both
     * @param chinese whether he reads Chinese
     * @return his half
     */
    public static String half(String text, boolean chinese) {
        int slash = text.indexOf(" / ");
        return slash < 0 ? text : chinese ? text.substring(slash + 3) : text.substring(0, slash);
    }
}
