// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.trace;

import io.patchbay.api.command.Actor;
import io.patchbay.trace.api.Exports;
import io.patchbay.trace.api.Exports.ExportList;
import io.patchbay.trace.api.Exports.Reading;
import io.patchbay.trace.api.TraceLine;
import io.patchbay.trace.api.TraceQuestion.Page;
import io.patchbay.ui.kit.form.PurposeDialog;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** The list as a file, for a purpose. */
final class TraceExport {
    private static final int MOST = 10_000;

    private final Sources sources;
    private final ViewContext context;
    private final Words words;
    private final ActWords acts;

    TraceExport(Sources sources, ViewContext context, Words words) {
        this.sources = sources;
        this.context = context;
        this.words = words;
        acts = new ActWords(sources, context);
    }

    void ask(TraceFilter filter) {
        new PurposeDialog(
                        context.locale(),
                        (dialog, purpose) -> context.load(() -> made(filter, purpose), answer -> {
                            if (answer instanceof Exports.Answer.File file) {
                                dialog.give(file.name(), file.text());
                            } else {
                                dialog.refuse(((Exports.Answer.Refused) answer)
                                        .problem()
                                        .text(context.locale()));
                            }
                        }))
                .open();
    }

    private Exports.Answer made(TraceFilter filter, String purpose) {
        List<List<Object>> rows = sources
                .trace()
                .find(context.scope(), filter.question(context.zone(), new Page(MOST, Optional.empty())))
                .stream()
                .map(this::row)
                .toList();
        ExportList list = new ExportList(
                "trace",
                List.of(
                        words.get("column.number"),
                        words.get("column.when"),
                        words.get("column.who"),
                        words.get("column.kind"),
                        words.get("column.what"),
                        words.get("column.concerned"),
                        words.get("column.from"),
                        words.get("column.contact"),
                        words.get("column.unit")),
                rows,
                new Reading(context.locale(), context.zone()));
        return sources.exports()
                .csv(new Actor.Person(context.user(), context.scope()), list, purpose)
                .toCompletableFuture()
                .join();
    }

    private List<Object> row(TraceLine line) {
        return List.of(
                line.seq(),
                line.at(),
                line.who(),
                line.type(),
                acts.told(line).sentence(),
                line.person().orElse(""),
                line.from().orElse(""),
                line.interaction().map(Object::toString).orElse(""),
                line.unit().value());
    }
}
