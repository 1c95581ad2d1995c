// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.settings.api.ConfigChange;
import io.patchbay.settings.api.ConfigChange.Outlook;
import io.patchbay.settings.api.ConfigCommand;
import io.patchbay.settings.api.ConfigPlan;
import io.patchbay.settings.api.ConfigText;
import io.patchbay.settings.api.StaffCommand;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The configuration as one text: taken, compared, planned, imported; restore points. */
final class ConfigSection {
    private final SettingsServices services;
    private final ViewContext context;
    private final Words words;
    private final boolean staff;
    private final TextArea text = new TextArea();
    private final Checkbox remove = new Checkbox();
    private final Div outcome = Shape.box("card");
    private final Div points = Shape.box("card");

    /** {@code staff}: people as lines of a table in place of the whole configuration. */
    ConfigSection(SettingsServices services, ViewContext context, Words words, boolean staff) {
        this.staff = staff;
        this.services = services;
        this.context = context;
        this.words = words;
    }

    Component section() {
        text.setLabel(words.get(staff ? "staff.text" : "config.text"));
        text.setHelperText(staff ? words.get("staff.help") : "");
        text.setWidthFull();
        text.setHeight("320px");
        text.addClassName("mono");
        text.getElement().setAttribute("data-testid", "config-text");
        remove.setLabel(words.get("config.remove"));
        remove.setVisible(!staff);
        Press export =
                new Press("btn", words.get("config.export")).icon("dl b14").test("config-export");
        export.does(() -> context.run(
                staff ? new StaffCommand.Export() : new ConfigCommand.Export(), result -> show(result, this::taken)));
        Press plan = new Press("btn p", words.get("config.plan")).test("config-plan");
        plan.does(() -> plan(
                text.getValue(),
                () -> run(
                        staff
                                ? new StaffCommand.Import(text.getValue())
                                : new ConfigCommand.Import(text.getValue(), remove.getValue()))));
        Div bar = Shape.box("row g1", export, plan, remove);
        Div left = Shape.box(
                "card",
                Shape.box("h bb", words.get(staff ? "section.staff" : "section.config")),
                Shape.box("bdy vg2", text, bar));
        outcome.setVisible(false);
        points.setVisible(mayImport() && !staff);
        if (!staff) {
            fillPoints();
        }
        Div page = Shape.box("vot", left, outcome, points);
        page.getElement().setAttribute("data-testid", "config");
        return page;
    }

    private void taken(Map<String, Object> result) {
        text.setValue(String.valueOf(of(result, "text")));
        outcome.setVisible(false);
    }

    private void plan(String wanted, Runnable carryOut) {
        boolean also = remove.getValue();
        context.load(
                () -> staff
                        ? services.staff().plan(wanted, context.scope())
                        : services.config().plan(wanted, also, context.scope()),
                planned -> show(planned, carryOut));
    }

    private void show(ConfigPlan plan, Runnable carryOut) {
        outcome.removeAll();
        outcome.setVisible(true);
        outcome.add(Shape.box(
                "h bb",
                words.get("config.plan.title", String.valueOf(plan.changes().size()))));
        Div body = Shape.box("bdy vg2");
        plan.faults()
                .forEach(fault -> body.add(Shape.tip(
                        "er",
                        "alert",
                        words.get(
                                "config.fault",
                                String.valueOf(fault.line()),
                                String.valueOf(fault.column()),
                                fault.problem().text(context.locale())))));
        if (plan.empty()) {
            body.add(Vacant.small(words.get("config.equal")));
        } else if (!plan.changes().isEmpty()) {
            body.add(Shape.box("tw", table(plan)));
        }
        if (plan.faults().isEmpty() && !plan.changes().isEmpty() && mayImport()) {
            body.add(Shape.box(
                    "row g1",
                    new Press("btn p", words.get("config.import"))
                            .test("config-import")
                            .does(carryOut)));
        }
        outcome.add(body);
        outcome.getElement().callJsFunction("scrollIntoView");
    }

    private Table table(ConfigPlan plan) {
        Table table = new Table(words.get("config.plan"));
        for (String heading : List.of("what", "thing", "difference", "line", "outlook")) {
            table.column(words.get("config.col." + heading), heading.equals("line"));
        }
        plan.changes().forEach(change -> {
            HtmlContainer row = table.row(List.of(
                    Table.cell(sign(change)),
                    Table.cell(change.part() + "/" + change.id()),
                    Table.cell(difference(change)),
                    Table.number(change.line() == 0 ? "–" : String.valueOf(change.line())),
                    Table.cell(outlook(change.outlook()))));
            row.addClassName("two");
        });
        return table;
    }

    private Component sign(ConfigChange change) {
        return switch (change.sign()) {
            case "+" -> Shape.badge("ok", "plus", words.get("config.added"));
            case "-" -> Shape.badge("er", "minus", words.get("config.removed"));
            default -> Shape.badge("pr", "edit", words.get("config.changed"));
        };
    }

    private Component difference(ConfigChange change) {
        Div lines = Shape.box("wr");
        Map<String, Object> before = change.before().orElse(Map.of());
        Map<String, Object> after = change.after().orElse(Map.of());
        if (change.sign().equals("~")) {
            TreeSet<String> names = new TreeSet<>(before.keySet());
            names.addAll(after.keySet());
            names.forEach(name -> lines.add(Shape.box(
                    "",
                    name + ": " + cut(before.getOrDefault(name, "–")) + " → " + cut(after.getOrDefault(name, "–")))));
        } else {
            lines.add(Shape.text("t3", cut(change.sign().equals("+") ? after : before)));
        }
        return lines;
    }

    private static String cut(Object value) {
        String whole = String.valueOf(value);
        return whole.length() > 200 ? whole.substring(0, 200) + "…" : whole;
    }

    private Component outlook(Outlook outlook) {
        if (outlook instanceof Outlook.Blocked blocked) {
            return Shape.badge("er", "lock", blocked.problem().text(context.locale()));
        } else if (outlook instanceof Outlook.Review) {
            return Shape.badge("wa", "user", words.get("config.review"));
        }
        return Shape.text("t3", "–");
    }

    private boolean mayImport() {
        return staff || context.scope().may(ConfigCommand.IMPORT);
    }

    private void run(Command command) {
        context.run(command, result -> {
            show(result, this::done);
            if (!staff) {
                fillPoints();
            }
        });
    }

    private void show(CommandResult result, Consumer<Map<String, Object>> done) {
        if (result instanceof CommandResult.Refused refused) {
            outcome.removeAll();
            outcome.setVisible(true);
            outcome.add(
                    Shape.box("bdy", Shape.tip("er", "alert", refused.problem().text(context.locale()))));
        } else if (result instanceof CommandResult.Done there) {
            done.accept(there.result());
        }
    }

    private void done(Map<String, Object> result) {
        outcome.removeAll();
        outcome.setVisible(true);
        Div body = Shape.box("bdy vg2");
        body.add(Shape.tip(
                "ok",
                "check",
                words.get(
                        "config.done",
                        String.valueOf(of(result, "added")),
                        String.valueOf(of(result, "changed")),
                        String.valueOf(of(result, "removed")),
                        String.valueOf(result.containsKey("proposed") ? of(result, "proposed") : 0))));
        if (of(result, "refused") instanceof List<?> refused) {
            for (Object one : refused) {
                Map<?, ?> no = (Map<?, ?>) one;
                String why =
                        String.valueOf(no.get(context.locale().getLanguage().equals("zh") ? "chinese" : "english"));
                body.add(Shape.tip("er", "alert", of(no, "part") + "/" + of(no, "id") + ": " + why));
            }
        }
        outcome.getElement().setAttribute("data-testid", "config-done");
        outcome.add(Shape.box("h bb", words.get("config.import")), body);
    }

    private void fillPoints() {
        points.removeAll();
        Press keep =
                new Press("btn s", words.get("config.keep")).icon("pin b14").test("config-keep");
        keep.does(() -> context.run(new ConfigCommand.KeepPoint("console"), result -> fillPoints()));
        points.add(Shape.box("h bb", Shape.text("", words.get("config.points")), Shape.space(), keep));
        List<ConfigText.Point> all = services.config().points();
        if (all.isEmpty()) {
            points.add(Vacant.small(words.get("config.points.none")));
            return;
        }
        Table table = new Table(words.get("config.points"));
        table.column(words.get("history.at"), false).column(words.get("config.point"), false);
        table.column(words.get("config.size"), true).column("", false);
        all.forEach(point -> table.row(List.of(
                Table.cell(Times.text(point.at(), context)),
                Table.cell(point.name()),
                Table.number(String.valueOf(point.bytes())),
                Table.cell(new Press("btn s", words.get("config.restore"))
                        .test("restore-" + point.name())
                        .does(() -> restore(point.name()))))));
        points.add(Shape.box("tw", table));
    }

    private void restore(String point) {
        Optional<String> there = services.config().point(point);
        there.ifPresent(kept -> {
            remove.setValue(true);
            plan(kept, () -> run(new ConfigCommand.Restore(point)));
        });
    }

    private static Object of(Map<?, ?> result, String name) {
        return result.get(name);
    }
}
