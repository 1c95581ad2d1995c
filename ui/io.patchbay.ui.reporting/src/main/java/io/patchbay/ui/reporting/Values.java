// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reporting;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.Queues;
import io.patchbay.reporting.api.ReportTable.Column;
import io.patchbay.reporting.api.ReportTable.Unit;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A report's values as people read them: formatted numbers and moments, words in place of keys. */
final class Values {
    private final Formats formats;
    private final Terms terms;
    private final Words words;
    private final Queues queues;

    Values(ViewContext context, Queues queues) {
        this.queues = queues;
        formats = new Formats(context.locale(), context.zone());
        terms = new Terms(context.locale());
        words = Words.of(Values.class, context.locale());
    }

    /** A value of a row; a code has the words it had when the row's last moment was. */
    String shown(Object value, Column column, List<Object> row) {
        if (column.key().equals("code") && value instanceof String key) {
            Instant at = row.stream()
                    .filter(Instant.class::isInstance)
                    .map(Instant.class::cast)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.MAX);
            return queues.tree(Code.Use.DISPOSITION, at).text(key, words.locale());
        }
        return shown(value, column);
    }

    String shown(Object value, Column column) {
        if (value instanceof Optional<?>) {
            return words.get("noData");
        } else if (value instanceof Instant at) {
            return formats.dated(at);
        } else if (value instanceof Number number) {
            return switch (column.unit()) {
                case SHARE -> Formats.share(number.doubleValue());
                case MARK -> Formats.mark(number.doubleValue());
                case SECONDS -> Formats.duration(Duration.ofSeconds(number.longValue()));
                default -> Formats.number(number.longValue());
            };
        }
        return word(column.key(), String.valueOf(value));
    }

    /** The words for the keys that reports of contacts hold. */
    private String word(String column, String value) {
        return switch (column) {
            case "channel" -> terms.channel(new ChannelKey(value));
            case "outcome" -> Arrays.stream(Outcome.values())
                    .filter(outcome -> outcome.wire().equals(value))
                    .findFirst()
                    .map(terms::outcome)
                    .orElse(value);
            default -> value;
        };
    }

    static boolean numeric(Unit unit) {
        return unit == Unit.COUNT || unit == Unit.SECONDS || unit == Unit.SHARE || unit == Unit.MARK;
    }
}
