// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import io.patchbay.api.queue.Replays.Figures;
import io.patchbay.api.queue.Replays.Outcome;
import io.patchbay.ui.kit.text.Formats;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Sets what a queue's contacts came to beside what they would have come to. */
final class Comparison {
    private Comparison() {}

    /**
     * One figure.
     *
     * @param word the key of its name
     * @param actual as it was
     * @param now played again with the rules that hold
     * @param draft played again with the draft
     * @param change the difference the draft makes to the rules that hold, with its sign; empty if none
     * @param better whether that is good
     */
    record Line(String word, String actual, String now, String draft, String change, boolean better) {}

    static List<Line> lines(Outcome outcome) {
        return List.of(
                line(
                        "level",
                        outcome,
                        Comparison::level,
                        one -> one.serviceLevel().orElse(0.0) * 100,
                        true,
                        0.05),
                line(
                        "average",
                        outcome,
                        one -> one.answered() == 0 ? "–" : Formats.duration(one.average()),
                        one -> seconds(one.average()),
                        false,
                        1),
                line(
                        "longest",
                        outcome,
                        one -> Formats.duration(one.longest()),
                        one -> seconds(one.longest()),
                        false,
                        1),
                line("abandoned", outcome, one -> String.valueOf(one.abandoned()), Figures::abandoned, false, 1),
                line("first", outcome, Comparison::first, one -> share(one) * 100, true, 0.05),
                line(
                        "helped",
                        outcome,
                        one -> String.valueOf(one.helped().toMinutes()),
                        one -> one.helped().toMinutes(),
                        false,
                        1));
    }

    private static Line line(
            String word,
            Outcome outcome,
            Function<Figures, String> text,
            ToDoubleFunction<Figures> value,
            boolean moreIsBetter,
            double least) {
        double change = value.applyAsDouble(outcome.draft()) - value.applyAsDouble(outcome.now());
        boolean none = Math.abs(change) < least;
        String sign = change < 0 ? "−" : "+";
        String size = least < 1
                ? String.format(java.util.Locale.ROOT, "%.1f", Math.abs(change))
                : String.valueOf(Math.round(Math.abs(change)));
        return new Line(
                word,
                text.apply(outcome.actual()),
                text.apply(outcome.now()),
                text.apply(outcome.draft()),
                none ? "" : sign + size,
                change > 0 == moreIsBetter);
    }

    private static String level(Figures figures) {
        return figures.serviceLevel().map(Formats::share).orElse("–");
    }

    private static String first(Figures figures) {
        return Optional.of(figures)
                .filter(one -> one.answered() > 0)
                .map(one -> Formats.share(share(one)))
                .orElse("–");
    }

    private static double share(Figures figures) {
        return figures.answered() == 0 ? 0 : figures.firstStep() / (double) figures.answered();
    }

    private static double seconds(Duration duration) {
        return duration.toSeconds();
    }
}
