// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.people.Unit;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.QueueSettings.ServiceGoal;
import io.patchbay.api.queue.QueueSettings.WrapUp;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of one queue. */
final class QueueForm {
    private final Optional<QueueSettings> queue;
    private final Words words;
    private final EditForm form;
    private final TextField id;
    private final TextField name;
    private final Select<Unit> unit;
    private final IntegerField priority;
    private final IntegerField share;
    private final IntegerField within;
    private final IntegerField ring;
    private final IntegerField limit;
    private final Select<WrapUp.Mode> mode = new Select<>();
    private final Levels needs;
    private final Div readOut = Shape.box("");

    QueueForm(Optional<QueueSettings> queue, Settings settings, ViewContext context, Words words) {
        this.words = words;
        Inputs inputs = new Inputs(words);
        this.queue = queue;
        form = new EditForm(
                queue.map(QueueSettings::name).orElse(words.get("queue.new")),
                queue.map(one -> one.id().value()).orElse(""),
                context);
        List<Unit> units = settings.people().units(context.scope());
        id = form.field(
                "id", inputs.id("queue.id", queue.map(one -> one.id().value()).orElse("")));
        name = form.field(
                "name", inputs.text("queue.name", queue.map(QueueSettings::name).orElse(""), 80));
        unit = form.field(
                "unit",
                inputs.unit(
                        "queue.unit",
                        units,
                        queue.map(QueueSettings::unit).orElse(units.get(0).id())));
        priority = form.field(
                "priority",
                inputs.number(
                        "queue.priority", queue.map(QueueSettings::priority).orElse(0), -100, 100));
        share = form.field(
                "share",
                inputs.number(
                        "queue.share",
                        queue.map(one -> (int) Math.round(one.goal().targetShare() * 100))
                                .orElse(80),
                        0,
                        100));
        within = form.field(
                "within",
                inputs.number(
                        "queue.within", seconds(queue.map(one -> one.goal().answerWithin()), 20), 1, 3600));
        ring = form.field("ring", inputs.number("queue.ring", seconds(queue.map(QueueSettings::ring), 15), 5, 120));
        limit = form.field(
                "limit",
                inputs.number(
                        "queue.limit", seconds(queue.map(one -> one.wrapUp().limit()), 60), 10, 900));
        needs = new Levels(
                settings.queues().skills(), queue.map(QueueSettings::needs).orElse(Map.of()), words);
        mode.setLabel(words.get("queue.mode"));
        mode.setItems(WrapUp.Mode.values());
        mode.setItemLabelGenerator(one -> words.get("mode." + one));
        mode.setValue(queue.map(one -> one.wrapUp().mode()).orElse(WrapUp.Mode.OPTIONAL));
        mode.setWidthFull();
    }

    private static int seconds(Optional<Duration> duration, int usual) {
        return duration.map(known -> (int) known.toSeconds()).orElse(usual);
    }

    Component build() {
        form.section(words.get("queue.what"), "g2", id, name, unit, priority);
        form.section(words.get("queue.needs"), "", needs);
        form.section(words.get("queue.goal"), "g3c", share, within, ring);
        form.section(words.get("queue.wrapUp"), "g3c", mode, limit);
        form.section(words.get("queue.readOut"), "", readOut);
        for (IntegerField field : List.of(share, within, ring, limit)) {
            field.addValueChangeListener(change -> readOut());
        }
        readOut();
        form.saves(() -> "admin/queues/" + id.getValue(), this::command);
        queue.ifPresent(one -> form.removes(one.name(), new QueueCommand.RemoveQueue(one.id()), "admin/queues"));
        return form;
    }

    private void readOut() {
        readOut.removeAll();
        if (right()) {
            readOut.add(Shape.tip(
                    "pr",
                    "note",
                    words.get(
                            "queue.read",
                            String.valueOf(share.getValue()),
                            Formats.duration(Duration.ofSeconds(within.getValue())),
                            Formats.duration(Duration.ofSeconds(ring.getValue())),
                            Formats.duration(Duration.ofSeconds(limit.getValue())))));
        }
    }

    private boolean right() {
        return List.of(priority, share, within, ring, limit).stream().allMatch(Inputs::right);
    }

    private Optional<Command> command() {
        Map<String, IntegerField> numbers =
                Map.of("priority", priority, "share", share, "within", within, "ring", ring, "limit", limit);
        numbers.forEach((word, field) -> {
            if (!Inputs.right(field)) {
                form.wrong(
                        word, words.get("number.help", String.valueOf(field.getMin()), String.valueOf(field.getMax())));
            }
        });
        if (name.isEmpty()) {
            form.wrong("name", words.get("needed"));
        }
        if (!id.getValue().matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            form.wrong("id", words.get("id.form"));
        }
        if (!right() || !needs.right() || name.isInvalid() || id.isInvalid()) {
            return Optional.empty();
        }
        return Optional.of(new QueueCommand.SaveQueue(new QueueSettings(
                new QueueId(id.getValue()),
                name.getValue().strip(),
                unit.getValue().id(),
                needs.value(),
                priority.getValue(),
                new ServiceGoal(Duration.ofSeconds(within.getValue()), share.getValue() / 100.0),
                Duration.ofSeconds(ring.getValue()),
                new WrapUp(mode.getValue(), Duration.ofSeconds(limit.getValue())))));
    }
}
