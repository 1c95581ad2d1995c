// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.index;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.InteractionId;
import io.patchbay.trace.api.Trace;
import io.patchbay.trace.api.TraceQuestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A question as a condition: what is asked, within what the reader may see. */
final class Where {
    private final StringBuilder sql = new StringBuilder("1 = 1");
    private final List<Object> values = new ArrayList<>();

    Where(Scope scope, TraceQuestion question, Acts acts) {
        question.account().ifPresent(number -> and("account = ?", acts.account(number)));
        question.who().ifPresent(who -> and("who = ?", who));
        question.person().ifPresent(person -> and("person = ?", person));
        question.kind().ifPresent(kind -> and(kind.contains(".") ? "type = ?" : "family = ?", kind));
        question.interaction().map(InteractionId::value).ifPresent(id -> and("interaction = ?", id));
        question.refused().ifPresent(refused -> and("refused = ?", refused ? 1 : 0));
        question.span().from().ifPresent(from -> and("at_millis >= ?", from.toEpochMilli()));
        question.span().to().ifPresent(to -> and("at_millis < ?", to.toEpochMilli()));
        question.page().after().ifPresent(this::after);
        units(scope);
        sql.append(" order by ")
                .append(prefix(question))
                .append("at_millis desc, seq desc limit ")
                .append(question.page().limit());
    }

    /** H2 reads an index in its order only if the order names the index's columns from the first on. */
    private static String prefix(TraceQuestion question) {
        boolean type = question.kind().filter(kind -> kind.contains(".")).isPresent();
        if (question.account().isPresent()) {
            return "account, ";
        } else if (question.who().isPresent()) {
            return type ? "who, type, " : "who, ";
        } else if (question.person().isPresent()) {
            return "person, ";
        } else if (question.interaction().isPresent()) {
            return "interaction, ";
        } else if (question.kind().isPresent()) {
            return type ? "type, " : "family, ";
        }
        return question.refused().isPresent() ? "refused, " : "";
    }

    private void and(String condition, Object... bound) {
        sql.append(" and ").append(condition);
        Collections.addAll(values, bound);
    }

    private void after(TraceQuestion.Mark mark) {
        long at = mark.at().toEpochMilli();
        and("at_millis <= ? and (at_millis < ? or seq < ?)", at, at, mark.seq());
    }

    private void units(Scope scope) {
        if (scope.everywhere()) {
            return;
        }
        List<String> units =
                scope.units(Trace.SEE).stream().map(Object::toString).toList();
        and(
                units.isEmpty()
                        ? "1 = 0"
                        : "unit in (" + String.join(", ", Collections.nCopies(units.size(), "?")) + ")",
                units.toArray());
    }

    String sql() {
        return sql.toString();
    }

    List<Object> values() {
        return values;
    }
}
