// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.list;

import io.patchbay.flow.api.ListEntry;
import io.patchbay.flow.api.Listed;
import io.patchbay.spi.treatment.Sentence;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.Treatment;
import io.patchbay.spi.treatment.TreatmentQuestion;
import java.util.Map;
import java.util.Optional;

/** Looks whether somebody is on a list, and says by which entry, whose it is and until when. */
public final class ListTreatment implements Treatment {
    /** The fact that tells the agent: which list and why; sealed. */
    public static final String FACT = "flow.list";

    /** The fact that somebody is on the black list and shall be treated with care. */
    public static final String ALARM = "flow.alarm";

    private static final Sentence SORRY = new Sentence(
            "We are sorry, we cannot serve you here. Please visit one of our branches.", "很抱歉，暂时无法为您服务，请前往网点办理。");

    private final ListBook book;

    ListTreatment(ListBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "flow.lists";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Treated treat(TreatmentQuestion question) {
        return book.listing()
                .meaning(
                        question.contact().from(),
                        question.customer().map(TreatmentQuestion.Who::id),
                        entry -> book.today(entry.unit()))
                .map(ListTreatment::treated)
                .orElseGet(Treated::nothing);
    }

    private static Treated treated(Listed listed) {
        ListEntry entry = listed.entry();
        Sentence why = why(listed);
        return switch (entry.rule().action()) {
            case REFUSE -> new Treated.Refuse(SORRY, Map.of(FACT, fact(listed)), why);
            case ALARM -> new Treated.ToQueue(
                    Optional.empty(), 0, Optional.empty(), Map.of(FACT, fact(listed), ALARM, true), Optional.of(why));
            case QUEUE -> new Treated.ToQueue(
                    entry.rule().queue(),
                    entry.rule().credit(),
                    Optional.empty(),
                    Map.of(FACT, fact(listed)),
                    Optional.of(why));
        };
    }

    private static boolean red(ListEntry entry) {
        return entry.colour() == ListEntry.Colour.RED;
    }

    private static String fact(Listed listed) {
        return (red(listed.entry()) ? "红名单 Red list" : "黑名单 Black list") + " · "
                + listed.entry().reason() + " · " + added(listed) + " · "
                + listed.entry().term().until();
    }

    private static String added(Listed listed) {
        return listed.addedBy().replaceFirst("^user:", "");
    }

    private static Sentence why(Listed listed) {
        ListEntry entry = listed.entry();
        String[] values = {
            entry.id().toString().substring(24),
            added(listed),
            entry.term().until().toString(),
            entry.rule().queue().map(Object::toString).orElse(""),
            String.valueOf(entry.rule().credit())
        };
        String english = "On the " + entry.colour().wire() + " list (entry …{0}, by {1}, until {2}): ";
        String chinese = (red(entry) ? "红" : "黑") + "名单（条目 …{0}，{1} 添加，至 {2}）：";
        return switch (entry.rule().action()) {
            case REFUSE -> Sentence.of(english + "turned away", chinese + "拒绝接入", values);
            case ALARM -> Sentence.of(english + "goes on with an alarm", chinese + "提示坐席，继续", values);
            case QUEUE -> Sentence.of(
                    english + "goes to {3} with {4} min of credit", chinese + "转入 {3}，优先 {4} 分钟", values);
        };
    }
}
