// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.patchbay.api.approval.ApprovalCommand;
import io.patchbay.api.approval.Proposal;
import io.patchbay.api.approval.Stage;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.ApprovalId;
import io.patchbay.ui.kit.part.Difference;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Changes that wait for a first or final review (初审, 终审), and what became of others. */
final class ApprovalSection {
    private static final int LATEST = 100;
    private static final List<String> KNOWN_FIELDS = List.of(
            "list",
            "party",
            "rule",
            "queue",
            "credit",
            "reason",
            "from",
            "until",
            "entry",
            "entries",
            "table",
            "user",
            "name",
            "unit",
            "grants",
            "skills",
            "capacity",
            "extension",
            "enabled",
            "post",
            "level",
            "groups",
            "fields",
            "parent",
            "zone",
            "role",
            "permissions");

    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final String chosen;

    ApprovalSection(Settings settings, ViewContext context, Words words, Optional<String> thing) {
        this.settings = settings;
        this.context = context;
        this.words = words;
        this.chosen = thing.orElse("");
    }

    private record Both(List<Proposal> open, List<Proposal> closed) {}

    Component section() {
        Div view = new Div();
        view.addClassName("ad");
        view.add(Vacant.loading(6));
        Runnable read = () -> context.load(
                () -> new Both(
                        settings.approvals().open(context.scope()),
                        settings.approvals().closed(context.scope(), LATEST)),
                both -> fill(view, both));
        read.run();
        context.untilGone(settings.approvals().watch(() -> context.soon("approvals", read)));
        return view;
    }

    private void fill(Div view, Both both) {
        view.removeAll();
        Div list = Shape.box("sl");
        list.add(Shape.box("sec", words.get("approval.open", String.valueOf(both.open.size()))));
        both.open.forEach(one -> list.add(link(one)));
        if (both.open.isEmpty()) {
            list.add(Vacant.small(words.get("approval.none")));
        }
        list.add(Shape.box("sec", words.get("approval.closed")));
        both.closed.forEach(one -> list.add(link(one)));
        Div head = Shape.box("h", Shape.text("", words.get("section.approvals")));
        view.add(Shape.box("side", head, list));
        Optional<Proposal> open = both.open.stream()
                .filter(one -> one.id().toString().equals(chosen))
                .findFirst()
                .or(() -> both.closed.stream()
                        .filter(one -> one.id().toString().equals(chosen))
                        .findFirst());
        view.add(open.map(this::detail).orElseGet(() -> Vacant.page(words.get("approval.choose"), "")));
    }

    private Component link(Proposal proposal) {
        boolean mine = settings.approvals().mayReview(context.scope(), proposal);
        HtmlContainer link = Shape.tag("a", proposal.stage().open() ? "" : "off");
        link.setClassName("on", proposal.id().toString().equals(chosen));
        link.add(
                Shape.icon(mine ? "alert" : "check"),
                Shape.text("el sp", proposal.subject()),
                Shape.text("xs t3 nb", stage(proposal.stage())));
        link.getElement()
                .setAttribute("href", "admin/approvals/" + proposal.id())
                .setAttribute("router-link", true)
                .setAttribute("data-testid", "approval-" + proposal.subject());
        return link;
    }

    private String stage(Stage stage) {
        return words.get("stage." + stage);
    }

    private Component detail(Proposal proposal) {
        Div head = Shape.box(
                "eh",
                Shape.box(
                        "sp",
                        Shape.tag("h2", "", proposal.subject()),
                        Shape.tag(
                                "p",
                                "s t2",
                                words.get(
                                        "approval.asked", proposal.maker().value(), at(proposal), proposal.command()))),
                Shape.badge(tone(proposal.stage()), "check", stage(proposal.stage())));
        Div body = Shape.box("eb");
        proposal.effectiveAt()
                .ifPresent(day -> body.add(Shape.tip(
                        "in", "clock", words.get("approval.effective", formats().dated(day)))));
        proposal.problem().ifPresent(problem -> body.add(Shape.tip("er", "alert", problem.text(context.locale()))));
        body.add(Shape.tag(
                "section",
                "",
                Shape.tag("h3", "", words.get("approval.difference")),
                new Difference(
                        proposal.before(),
                        proposal.after(),
                        List.of(words.get("approval.field"), words.get("approval.before"), words.get("approval.after")),
                        this::field,
                        this::value)));
        if (!proposal.reviews().isEmpty()) {
            HtmlContainer said = Shape.tag("section", "", Shape.tag("h3", "", words.get("approval.reviews")));
            proposal.reviews().forEach(review -> said.add(review(review)));
            body.add(said);
        }
        HtmlContainer panel = Shape.tag("section", "panel ed", head, body);
        panel.getElement().setAttribute("data-testid", "proposal");
        answers(proposal).ifPresent(panel::add);
        return panel;
    }

    private String at(Proposal proposal) {
        return formats().dated(proposal.madeAt());
    }

    private static String tone(Stage stage) {
        return switch (stage) {
            case APPLIED -> "ok";
            case REJECTED, FAILED -> "er";
            case FIRST, FINAL -> "wa";
            default -> "in";
        };
    }

    private Component review(Proposal.Review review) {
        return Shape.box(
                "row g2",
                Shape.badge(
                        review.approved() ? "ok" : "er",
                        review.approved() ? "check" : "x",
                        words.get(review.approved() ? "approval.yes" : "approval.no")),
                Shape.text("b", stageName(review.stage())),
                Shape.text("", review.reviewer().value()),
                Shape.text("t3 num", formats().dated(review.at())),
                Shape.text("t2", review.note()));
    }

    private Formats formats() {
        return new Formats(context.locale(), context.zone());
    }

    private String stageName(Stage stage) {
        return words.get("review." + stage);
    }

    /** What the reader can do with it. */
    private Optional<Component> answers(Proposal proposal) {
        boolean own = context.user().equals(proposal.maker())
                && proposal.stage().open()
                && proposal.stage() != Stage.APPROVED;
        if (settings.approvals().mayReview(context.scope(), proposal)) {
            TextArea note = new TextArea();
            note.setPlaceholder(words.get("approval.note"));
            note.setAriaLabel(words.get("approval.note"));
            note.setMaxLength(500);
            note.setWidthFull();
            note.getElement().setAttribute("data-testid", "note");
            Press yes = new Press("btn p", words.get("approval.approve", stageName(proposal.stage())))
                    .test("approve")
                    .key("Ctrl+Enter", "");
            yes.does(() -> send(new ApprovalCommand.Answer(proposal.id(), true, note.getValue()), note));
            Press no = new Press("btn er", words.get("approval.reject")).test("reject");
            no.does(() -> send(new ApprovalCommand.Answer(proposal.id(), false, note.getValue()), note));
            return Optional.of(Shape.box("ef", note, no, yes));
        } else if (own) {
            Press back = new Press("btn", words.get("approval.withdraw")).test("withdraw");
            TextArea nowhere = new TextArea();
            back.does(() -> send(new ApprovalCommand.Withdraw(proposal.id()), nowhere));
            return Optional.of(Shape.box("ef", Shape.space(), back));
        }
        return Optional.empty();
    }

    private void send(Command command, TextArea note) {
        ApprovalId id = ((ApprovalCommand) command).approval();
        context.run(command, result -> {
            if (result instanceof CommandResult.Refused no) {
                note.setErrorMessage(no.problem().text(context.locale()));
                note.setInvalid(true);
            } else {
                context.go(Place.parse("admin/approvals/" + id));
            }
        });
    }

    private String field(String key) {
        return KNOWN_FIELDS.contains(key) ? words.get("field." + key) : key;
    }

    private String value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(one -> one.getKey() + " " + value(one.getValue()))
                    .collect(Collectors.joining(", "));
        } else if (value instanceof List<?> list) {
            return list.stream().map(this::value).collect(Collectors.joining("; "));
        } else if (value instanceof Boolean flag) {
            return words.get("flag." + flag);
        }
        return String.valueOf(value);
    }
}
