// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.api.VoiceSettings;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One number: where its calls wait, what is said to the caller, whether they are recorded. */
final class NumberForm {
    private static final String NO_GREETING = "";

    private final Optional<DialledNumber> known;
    private final Words words;
    private final EditForm form;
    private final TextField number;
    private final Select<QueueSettings> queue = new Select<>();
    private final Select<String> language = new Select<>();
    private final Select<String> greeting = new Select<>();
    private final Checkbox record;
    private final Checkbox mustRecord;
    private final Checkbox notice;
    private final Checkbox staffNumber;
    private final IntegerField position;

    NumberForm(Optional<DialledNumber> known, VoiceAdmin admin, VoiceSettings voice, ViewContext context, Words words) {
        this.known = known;
        this.words = words;
        form = new EditForm(
                known.map(DialledNumber::number).orElse(words.get("number.new")), words.get("number.under"), context);
        number = form.field("number", new TextField(words.get("number")));
        number.setValue(known.map(DialledNumber::number).orElse(""));
        number.setReadOnly(known.isPresent());
        number.setHelperText(words.get("number.help"));
        DialledNumber.Rules rules = known.map(DialledNumber::rules).orElse(DialledNumber.Rules.USUAL);
        record = new Checkbox(words.get("rule.record"), rules.record());
        mustRecord = new Checkbox(words.get("rule.mustRecord"), rules.mustRecord());
        notice = new Checkbox(words.get("rule.notice"), rules.notice());
        staffNumber = new Checkbox(words.get("rule.staffNumber"), rules.staffNumber());
        position = form.field("position", new IntegerField(words.get("rule.position")));
        position.setValue(rules.positionSeconds());
        position.setHelperText(words.get("position.form"));
        queues(admin.queues().queues(context.scope()));
        said(voice.greetings());
        List.<Component>of(number, queue, language, greeting, position)
                .forEach(field -> field.getElement().getStyle().set("width", "100%"));
    }

    private void queues(List<QueueSettings> queues) {
        queue.setLabel(words.get("number.queue"));
        queue.setItems(queues);
        queue.setItemLabelGenerator(QueueSettings::name);
        known.flatMap(one -> queues.stream()
                        .filter(each -> each.id().equals(one.queue()))
                        .findFirst())
                .ifPresent(queue::setValue);
        form.field("queue", queue);
    }

    private void said(List<String> prompts) {
        language.setLabel(words.get("number.language"));
        language.setItems("zh-CN", "en");
        language.setItemLabelGenerator(tag -> words.get("language." + tag));
        language.setValue(known.map(DialledNumber::language).orElse("zh-CN"));
        form.field("language", language);
        String present = known.map(DialledNumber::greeting).orElse(NO_GREETING);
        List<String> choices = new ArrayList<>(List.of(NO_GREETING));
        choices.addAll(prompts);
        if (!choices.contains(present)) {
            choices.add(present);
        }
        greeting.setLabel(words.get("number.greeting"));
        greeting.setItems(choices);
        greeting.setItemLabelGenerator(name -> name.equals(NO_GREETING) ? words.get("greeting.none") : name);
        greeting.setValue(present);
        form.field("greeting", greeting);
    }

    Component build() {
        form.section(words.get("number.where"), "g2", number, queue);
        form.section(words.get("number.said"), "g3c", language, greeting, position);
        form.section(words.get("number.rules"), "col", record, mustRecord, notice, staffNumber);
        record.addValueChangeListener(change -> ofRecorded(change.getValue()));
        ofRecorded(record.getValue());
        form.saves(() -> "channels/numbers/" + number.getValue().strip(), this::command);
        known.ifPresent(
                one -> form.removes(one.number(), new VoiceCommand.RemoveNumber(one.number()), "channels/numbers"));
        return form;
    }

    /** What only means something where calls are recorded. */
    private void ofRecorded(boolean recorded) {
        mustRecord.setEnabled(recorded);
        notice.setEnabled(recorded);
    }

    private Optional<Command> command() {
        NumberEntry entry = new NumberEntry(
                number.getValue(),
                queue.getOptionalValue().map(QueueSettings::id),
                language.getValue(),
                greeting.getValue(),
                record.getValue(),
                record.getValue() && mustRecord.getValue(),
                record.getValue() && notice.getValue(),
                staffNumber.getValue(),
                Optional.ofNullable(position.getValue()));
        Map<String, String> wrong = entry.wrong();
        wrong.forEach((field, why) -> form.wrong(field, words.get(why)));
        return wrong.isEmpty() ? Optional.of(new VoiceCommand.SaveNumber(entry.value())) : Optional.empty();
    }
}
