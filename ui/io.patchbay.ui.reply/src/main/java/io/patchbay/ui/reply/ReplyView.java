// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reply;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.reply.api.AnswerCommand;
import io.patchbay.reply.api.CannedAnswer;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /answers/SHORTCUT}: the list and the form of the chosen one. */
final class ReplyView extends Div implements FollowsAddress {
    private final Supplier<List<CannedAnswer>> answers;
    private final Queues queues;
    private final ViewContext context;
    private final Words words;

    ReplyView(Supplier<List<CannedAnswer>> answers, Queues queues, ViewContext context) {
        this.answers = answers;
        this.queues = queues;
        this.context = context;
        words = Words.of(ReplyView.class, context.locale());
        addClassNames("view", "adw");
        context.frame(new Div(), new Div());
    }

    @Override
    public void show(Place place) {
        String chosen = place.segment(1).orElse("");
        List<Item> items = answers.get().stream()
                .map(answer -> new Item(answer.shortcut(), answer.title(), "/" + answer.shortcut(), "bolt", false))
                .toList();
        ListAndForm view = new ListAndForm("answers", words.get("title"), items, chosen, context);
        Optional<CannedAnswer> answer = answers.get().stream()
                .filter(one -> one.shortcut().equals(chosen))
                .findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(
                create || answer.isPresent()
                        ? form(answer)
                        : Vacant.page(words.get("choose"), words.get("choose.words")));
        Div body = new Div(view);
        body.getStyle().set("min-height", "0");
        removeAll();
        add(new Div(), body);
    }

    private Component form(Optional<CannedAnswer> answer) {
        EditForm form =
                new EditForm(answer.map(CannedAnswer::title).orElse(words.get("new")), words.get("fields"), context);
        TextField shortcut = form.field(
                "shortcut", text("shortcut", answer.map(CannedAnswer::shortcut).orElse(""), 32));
        shortcut.setReadOnly(answer.isPresent());
        shortcut.setHelperText(words.get("shortcut.help"));
        TextField title =
                form.field("title", text("name", answer.map(CannedAnswer::title).orElse(""), 80));
        Select<QueueSettings> queue = queue(answer);
        TextArea chinese = form.field(
                "chinese", area("chinese", answer.map(CannedAnswer::chinese).orElse("")));
        TextArea english = form.field(
                "english", area("english", answer.map(CannedAnswer::english).orElse("")));
        form.section(words.get("what"), "g2", shortcut, title, queue);
        form.section(words.get("words"), "g2", chinese, english);
        form.saves(() -> "answers/" + shortcut.getValue(), () -> {
            if (!shortcut.getValue().matches("[a-z0-9][a-z0-9-]{0,31}")) {
                form.wrong("shortcut", words.get("shortcut.help"));
            } else if (title.getValue().isBlank()) {
                form.wrong("title", words.get("needed"));
            } else if (chinese.getValue().isBlank() && english.getValue().isBlank()) {
                form.wrong("chinese", words.get("words.needed"));
            } else {
                return Optional.<Command>of(new AnswerCommand.SaveAnswer(new CannedAnswer(
                        shortcut.getValue(),
                        title.getValue().strip(),
                        chinese.getValue(),
                        english.getValue(),
                        queue.getOptionalValue().map(QueueSettings::id))));
            }
            return Optional.empty();
        });
        answer.ifPresent(one -> form.removes(one.title(), new AnswerCommand.RemoveAnswer(one.shortcut()), "answers"));
        return form;
    }

    private Select<QueueSettings> queue(Optional<CannedAnswer> answer) {
        Select<QueueSettings> select = new Select<>();
        List<QueueSettings> all = queues.queues(context.scope());
        select.setLabel(words.get("queue"));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(words.get("queue.all"));
        select.setItems(all);
        select.setItemLabelGenerator(one -> one == null ? words.get("queue.all") : one.name());
        select.setWidthFull();
        answer.flatMap(CannedAnswer::queue)
                .flatMap(id -> all.stream().filter(one -> one.id().equals(id)).findFirst())
                .ifPresent(select::setValue);
        return select;
    }

    private TextField text(String key, String value, int most) {
        TextField field = new TextField(words.get(key));
        field.setValue(value);
        field.setMaxLength(most);
        field.setWidthFull();
        return field;
    }

    private TextArea area(String key, String value) {
        TextArea field = new TextArea(words.get(key));
        field.setValue(value);
        field.setMaxLength(CannedAnswer.LONGEST);
        field.setMinHeight("160px");
        field.setWidthFull();
        return field;
    }
}
