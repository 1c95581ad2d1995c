// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.QueueRules.Closed;
import io.patchbay.api.queue.QueueSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what is wrong with a draft before it is sent, each fault with its place; the handler has the last word. */
final class FaultFinder {
    private static final int LATEST = 3_600;
    private final QueueDraft draft;
    private final Map<QueueId, QueueSettings> queues = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    FaultFinder(QueueDraft draft, List<QueueSettings> queues) {
        this.draft = draft;
        queues.forEach(queue -> this.queues.put(queue.id(), queue));
    }

    List<Fault> faults() {
        names();
        for (Amount amount : Amount.values()) {
            Optional<Integer> value = draft.amount(amount);
            if (value.filter(number -> number >= amount.least && number <= amount.most)
                    .isEmpty()) {
                add(amount.tab, amount.key(), "fault.number", amount.least, amount.most);
            }
        }
        steps();
        dedicated();
        hours();
        ways();
        phrase(Phrasing.RATE_CHINESE, Phrasing.RATE_ENGLISH);
        return List.copyOf(faults);
    }

    private void names() {
        String id = draft.text(Phrasing.ID);
        if (!id.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            add(Tab.BASICS, "id", "fault.id");
        } else if (draft.fresh && queues.containsKey(new QueueId(id))) {
            add(Tab.BASICS, "id", "fault.id.taken", id);
        }
        if (draft.text(Phrasing.NAME).isBlank()) {
            add(Tab.BASICS, "name", "fault.needed");
        }
    }

    private void steps() {
        List<DraftStep> steps = draft.steps.all();
        for (int i = 0; i < steps.size(); i++) {
            String place = "step-" + (i + 1);
            if (steps.get(i).needs().values().stream().anyMatch(level -> level < 1 || level > 10)) {
                add(Tab.STEPS, place, "fault.level");
            }
            if (i + 1 < steps.size()) {
                length(place, steps.get(i).from(), steps.get(i + 1).from());
            }
        }
    }

    private void length(String place, Optional<Integer> from, Optional<Integer> to) {
        int ring = draft.amount(Amount.RING).orElse(0);
        if (to.filter(end -> end >= 1 && end <= LATEST).isEmpty()) {
            add(Tab.STEPS, place, "fault.step.end", LATEST);
        } else if (from.isPresent() && to.get() <= from.get()) {
            add(Tab.STEPS, place, "fault.step.order", from.get());
        } else if (from.isPresent() && to.get() - from.get() < ring) {
            add(Tab.STEPS, place, "fault.step.short", to.get() - from.get(), ring, from.get() + ring);
        }
    }

    private void dedicated() {
        boolean time = draft.amount(Amount.DEDICATED).orElse(0) > 0;
        if (!draft.dedicated.isEmpty() && !time) {
            add(Tab.PRIORITY, "dedicated", "fault.dedicated.time");
        } else if (draft.dedicated.isEmpty() && time) {
            add(Tab.PRIORITY, "agents", "fault.dedicated.agents");
        }
    }

    private void hours() {
        if (draft.closed == Closed.QUEUE && draft.instead.isEmpty()) {
            add(Tab.WAITING, "instead", "fault.queue");
        }
        phrase(Phrasing.CHINESE, Phrasing.ENGLISH);
    }

    private void phrase(Phrasing chinese, Phrasing english) {
        boolean said = !draft.text(chinese).isBlank();
        if (said == draft.text(english).isBlank()) {
            Phrasing absent = said ? english : chinese;
            add(absent.tab, absent.key(), "fault.phrase");
        }
    }

    private void ways() {
        for (int i = 0; i < draft.ways.size(); i++) {
            DraftWay way = draft.ways.get(i);
            String place = "way-" + (i + 1);
            if (way.to().isEmpty()) {
                add(Tab.OVERFLOW, place, "fault.queue");
            } else if (way.threshold()
                    .filter(bound -> bound >= way.least() && bound <= way.most())
                    .isEmpty()) {
                add(Tab.OVERFLOW, place, "fault.number", way.least(), way.most());
            } else {
                loop(way.to().get()).ifPresent(path -> add(Tab.OVERFLOW, place, "fault.loop", path));
            }
        }
    }

    /** The names of the queues on a way back to this one. */
    private Optional<String> loop(QueueId to) {
        return draft.fresh
                ? Optional.empty()
                : back(new QueueId(draft.text(Phrasing.ID)), to, List.of()).map(path -> String.join(" → ", path));
    }

    private Optional<List<String>> back(QueueId start, QueueId at, List<String> path) {
        String name =
                Optional.ofNullable(queues.get(at)).map(QueueSettings::name).orElse(at.value());
        List<String> longer = Stream.concat(path.stream(), Stream.of(name)).toList();
        if (at.equals(start)) {
            return Optional.of(longer);
        } else if (path.contains(name) || !queues.containsKey(at)) {
            return Optional.empty();
        }
        return targets(queues.get(at))
                .map(to -> back(start, to, longer))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<QueueId> targets(QueueSettings queue) {
        return Stream.concat(
                queue.rules().overflow().stream().map(way -> way.to()), queue.rules().hours().instead().stream());
    }

    private void add(Tab tab, String place, String word, Object... values) {
        faults.add(Fault.at(tab, place, word, values));
    }
}
