// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.content.Attachments;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.reply.api.CannedAnswer;
import io.patchbay.ui.console.desk.DeskModel.Front;
import io.patchbay.ui.kit.part.Composer;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Segments;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the agent writes: to the customer by one of his ways, with files, or a note for inside. */
final class WritingArea extends Div {
    private static final int LARGEST = 25 << 20;
    private static final String NOTE = "note:";

    private final DeskServices services;
    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final DeskPresenter presenter;
    private final Composer composer = new Composer();
    private final Segments mode;
    private final Select<Way> way = new Select<>();
    private final TextField subject = new TextField();
    private final Div files = Shape.box("row wrap");
    private final Upload upload;
    private final AnswerChooser chooser;
    private final Map<InteractionId, List<Attachment>> kept = new HashMap<>();
    private Front front;
    private boolean inside;
    private List<Object> shown = List.of();

    WritingArea(DeskServices services, ViewContext context, Words words, DeskPresenter presenter) {
        this.services = services;
        this.context = context;
        this.words = words;
        this.terms = new Terms(context.locale());
        this.presenter = presenter;
        addClassName("cmp");
        mode = new Segments(words.get("mode"), this::mode)
                .choice("reply", words.get("mode.reply"))
                .choice("note", words.get("mode.note"));
        upload = new Upload(UploadHandler.inMemory((file, bytes) -> keep(file.fileName(), file.contentType(), bytes)));
        chooser = new AnswerChooser(services.answers(), words, this::insert);
        build();
    }

    private void build() {
        composer.onSend(this::send);
        composer.onDraft(presenter::keepDraft);
        composer.onTyping((key, none) -> {
            if (!key.startsWith(NOTE)) {
                presenter.typing(key);
            }
        });
        composer.onSlash(() -> chooser.open(front));
        way.setItemLabelGenerator(this::label);
        way.addClassName("via");
        way.getElement().setAttribute("data-testid", "via").setAttribute("aria-label", words.get("via"));
        way.addValueChangeListener(change -> wayChosen());
        subject.setPlaceholder(words.get("subject"));
        subject.setAriaLabel(words.get("subject"));
        subject.setMaxLength(400);
        subject.setWidthFull();
        subject.getElement().setAttribute("data-testid", "subject");
        upload.setDropAllowed(false);
        upload.setMaxFileSize(LARGEST);
        upload.addClassName("attach");
        upload.setUploadButton(new Press("btn s io", "")
                .icon("clip")
                .named(words.get("attach"))
                .test("attach"));
        upload.addFileRejectedListener(no -> presenter.say(words.get("attach.tooLarge")));
        Press send = new Press("btn p", words.get("send")).test("send").does(composer::send);
        send.add(Shape.key("Enter"));
        Div head = Shape.box("row", mode, way, Shape.space(), Shape.text("xs t3", words.get("draftKept")));
        Div foot = Shape.box("row", upload, chooser.button(), Shape.space());
        foot.add(Shape.text("xs t3", words.get("shiftEnter")), send);
        add(head, subject, composer, files, foot);
    }

    /** Shows the front contact; what is typed stays where it was. */
    void show(Front wanted) {
        front = wanted;
        chooser.show(wanted);
        Optional<Customer> customer = presenter.customer(wanted.contact());
        List<Way> ways =
                Way.of(wanted.contact(), customer.map(Customer::addresses).orElse(List.of()), services);
        List<Object> now = List.of(wanted.contact().id(), ways);
        if (now.equals(shown)) {
            return;
        }
        boolean other = shown.isEmpty() || !shown.get(0).equals(wanted.contact().id());
        shown = now;
        way.setItems(ways);
        way.setValue(ways.get(0));
        way.setVisible(ways.size() > 1);
        if (other) {
            inside = false;
            mode.select("reply");
            load();
        }
    }

    /** Forgets what is shown: the composer is loaded anew. */
    void leave() {
        shown = List.of();
    }

    private void mode(String key) {
        inside = key.equals("note");
        load();
    }

    private void load() {
        InteractionId id = front.contact().id();
        setClassName("inside", inside);
        way.setEnabled(!inside);
        String key = inside ? NOTE + id : id.toString();
        String placeholder =
                inside ? words.get("writeNote") : words.get("writeTo", front.who(), terms.channel(chosen().channel()));
        composer.load(key, presenter.draftOf(key), placeholder);
        wayChosen();
    }

    private Way chosen() {
        return way.getOptionalValue()
                .orElseGet(() -> Way.of(front.contact(), List.of(), services).get(0));
    }

    private void wayChosen() {
        subject.setVisible(!inside && chosen().subject());
        upload.setVisible(!inside && chosen().files());
        showFiles();
    }

    private String label(Way one) {
        return words.get("via.by", terms.channel(one.channel()));
    }

    private void send(String key, String text) {
        if (key.startsWith(NOTE)) {
            presenter.note(InteractionId.parse(key.substring(NOTE.length())), text);
            return;
        }
        InteractionId id = InteractionId.parse(key);
        boolean here = front.contact().id().equals(id);
        presenter.send(
                new InteractionCommand.SendMessage(
                        id,
                        text,
                        here ? chosen().other(subject.getValue()) : Optional.empty(),
                        kept.getOrDefault(id, List.of())),
                () -> {
                    kept.remove(id);
                    subject.clear();
                    showFiles();
                });
    }

    private void insert(CannedAnswer answer) {
        Locale customer = Locale.forLanguageTag(front.contact().contact().locale());
        Map<String, String> fields = new HashMap<>();
        fields.put("customer", front.who());
        fields.put("agent", presenter.myName());
        fields.put("queue", front.queue());
        fields.put("number", front.contact().number());
        fields.put("date", new Formats(customer, context.zone()).day(context.now()));
        composer.insert(answer.words(customer, fields));
    }

    private void keep(String name, String type, byte[] bytes) {
        try {
            String clean =
                    name.isBlank() ? "file" : name.substring(0, Math.min(name.length(), Attachments.LONGEST_NAME));
            Attachment attachment = services.attachments()
                    .keep(
                            front.contact().conversation(),
                            Attachment.Role.FILE,
                            clean,
                            type == null || type.isBlank() ? "application/octet-stream" : type,
                            new ByteArrayInputStream(bytes));
            kept.computeIfAbsent(front.contact().id(), id -> new ArrayList<>()).add(attachment);
        } catch (IOException e) {
            presenter.say(words.get("attach.failed"));
        }
        upload.clearFileList();
        showFiles();
    }

    private void showFiles() {
        files.removeAll();
        if (front == null || inside) {
            return;
        }
        Formats formats = new Formats(context.locale(), context.zone());
        List<Attachment> mine = kept.getOrDefault(front.contact().id(), List.of());
        for (Attachment one : List.copyOf(mine)) {
            Press away = new Press("lnk", "").icon("x b12").named(words.get("attach.remove"));
            away.does(() -> {
                kept.get(front.contact().id()).remove(one);
                showFiles();
            });
            Div chip =
                    Shape.box("bd", Shape.text("el", one.name().orElse("") + " · " + formats.bytes(one.size())), away);
            chip.getElement().setAttribute("data-testid", "kept-file");
            files.add(chip);
        }
        files.setVisible(!mine.isEmpty());
    }

    /** Puts a text back that could not be sent. */
    void unsent(String key, String text) {
        composer.restore(key, text);
    }
}
