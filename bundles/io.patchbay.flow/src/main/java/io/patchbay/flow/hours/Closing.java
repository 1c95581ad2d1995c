// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.hours;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.settings.api.Calendars.Opening;
import io.patchbay.spi.treatment.Sentence;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.TreatmentQuestion;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What is said and done where a queue is closed. */
final class Closing {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Closing() {}

    static Treated of(TreatmentQuestion question, QueueId queue, QueueRules.Hours hours, Opening opening) {
        Treated.Closed.Action action =
                hours.closed() == QueueRules.Closed.END ? Treated.Closed.Action.END : Treated.Closed.Action.MESSAGE;
        Sentence said = hours.greeting()
                .map(phrase -> new Sentence(phrase.english(), phrase.chinese()))
                .orElseGet(() -> usual(hours.closed(), opening));
        String next = opening.nextChange().map(Closing::moment).orElse("");
        Sentence why = new Sentence(
                queue + " is closed (" + opening.english() + ")" + (next.isEmpty() ? "" : ", opens " + next),
                queue + " 非服务时间（" + opening.chinese() + "）" + (next.isEmpty() ? "" : "，" + next + " 开始服务"));
        return hours.closed() == QueueRules.Closed.CALLBACK
                        && opening.nextChange().isPresent()
                ? new Treated.CallBack(0, Optional.empty(), opening.nextChange(), said, why)
                : new Treated.Closed(action, opening.nextChange(), said, why);
    }

    private static Sentence usual(QueueRules.Closed rule, Opening opening) {
        Sentence then =
                switch (rule) {
                    case CALLBACK -> new Sentence(" We will call you back then.", "届时将为您回电。");
                    case END -> new Sentence("", "");
                    default -> new Sentence(" Your message is kept and will be answered then.", "您的留言已保存，届时将为您处理。");
                };
        return new Sentence(
                "We are closed now."
                        + opening.nextChange()
                                .map(at -> " We open on " + moment(at) + ".")
                                .orElse("")
                        + then.english(),
                "您好，现在是非服务时间。"
                        + opening.nextChange()
                                .map(at -> "我们将于 " + moment(at) + " 开始服务。")
                                .orElse("")
                        + then.chinese());
    }

    private static String moment(Instant at) {
        return at.atZone(ZONE).format(MOMENT);
    }
}
