// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.trace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.trace.api.BusinessAct;
import io.patchbay.trace.api.BusinessAct.State;
import io.patchbay.trace.api.BusinessActs;
import io.patchbay.trace.api.BusinessCommand.BeginBusiness;
import io.patchbay.trace.api.BusinessCommand.FinishBusiness;
import io.patchbay.trace.api.BusinessKind;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.DeskPanel;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Business on the customer's accounts during this contact: what was begun, what became of it, and beginning more. */
@org.osgi.service.component.annotations.Component(service = DeskPanel.class)
public final class BusinessPanel implements DeskPanel {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile BusinessActs acts;

    @Override
    public int order() {
        return 150;
    }

    @Override
    public String title(Locale locale) {
        return Words.of(BusinessPanel.class, locale).get("business");
    }

    @Override
    public Component create(Interaction contact, ViewContext context) {
        Div panel = Shape.box("ctxs");
        panel.getElement().setAttribute("data-testid", "business");
        BusinessActs now = acts; // gone while its bundle comes or goes
        if (now != null && context.scope().may(BusinessActs.HANDLE)) {
            new Shown(now, panel, contact, context, Words.of(BusinessPanel.class, context.locale())).read();
        }
        return panel;
    }

    /** The panel of one contact in one window. */
    private static final class Shown {
        private final BusinessActs acts;
        private final Div panel;
        private final Interaction contact;
        private final ViewContext context;
        private final Words words;

        Shown(BusinessActs acts, Div panel, Interaction contact, ViewContext context, Words words) {
            this.acts = acts;
            this.panel = panel;
            this.contact = contact;
            this.context = context;
            this.words = words;
        }

        void read() {
            context.load(() -> acts.of(context.scope(), contact.id()), this::show);
        }

        private void show(List<BusinessAct> known) {
            panel.removeAll();
            var box = Shape.tag("section", "", Shape.box("sec", words.get("business")));
            known.forEach(act -> box.add(line(act)));
            if (known.isEmpty()) {
                box.add(Vacant.small(words.get("business.none")));
            }
            box.add(form());
            panel.add(box);
        }

        private Component line(BusinessAct act) {
            String kind = acts.kinds().stream()
                    .filter(one -> one.key().equals(act.kind()))
                    .findFirst()
                    .map(one -> one.name(context.locale()))
                    .orElse(act.kind());
            Div head = Shape.box("row s", Shape.text("b el", kind), Shape.space(), badge(act.state()));
            Div line = Shape.box("asg", head);
            line.getElement()
                    .setAttribute("data-testid", "business-act")
                    .setAttribute("data-state", act.state().wire());
            Formats formats = new Formats(context.locale(), context.zone());
            line.add(Shape.text(
                    "xs t3 num", act.account().orElse("–") + " · " + formats.moment(act.beganAt(), context.now())));
            if (act.state() == State.BEGUN || act.state() == State.UNKNOWN) {
                line.add(Shape.box("row g1", finish(act, State.DONE), finish(act, State.FAILED)));
            }
            return line;
        }

        private Component badge(State state) {
            return switch (state) {
                case BEGUN -> Shape.badge("pr", "clock", words.get("business.state.begun"));
                case DONE -> Shape.badge("ok", "check", words.get("business.state.done"));
                case FAILED -> Shape.badge("er", "x", words.get("business.state.failed"));
                case UNKNOWN -> Shape.badge("wa", "alert", words.get("business.state.unknown"));
            };
        }

        private Press finish(BusinessAct act, State state) {
            String key = state.wire();
            return new Press("btn xs", words.get("business.finish." + key))
                    .test("business-" + key)
                    .does(() ->
                            context.run(new FinishBusiness(act.id(), state, Map.of(), ""), result -> answered(result)));
        }

        private Component form() {
            Select<BusinessKind> kind = new Select<>();
            kind.setItems(acts.kinds());
            kind.setItemLabelGenerator(one -> one == null ? "" : one.name(context.locale()));
            kind.setPlaceholder(words.get("business.kind"));
            kind.setAriaLabel(words.get("business.kind"));
            kind.getElement().setAttribute("data-testid", "business-kind");
            TextField account = new TextField();
            account.setPlaceholder(words.get("business.account"));
            account.setAriaLabel(words.get("business.account"));
            account.setMaxLength(40);
            account.getElement().setAttribute("data-testid", "business-account").setAttribute("autocomplete", "off");
            Press begin = new Press("btn s", words.get("business.begin"))
                    .icon("plus b14")
                    .test("business-begin");
            begin.does(() -> {
                String number = account.getValue().strip();
                account.setInvalid(number.length() < 4);
                kind.setInvalid(kind.getValue() == null);
                if (number.length() >= 4 && kind.getValue() != null) {
                    BeginBusiness wish = new BeginBusiness(kind.getValue().key(), number, contact.id(), Map.of());
                    context.run(wish, this::answered);
                }
            });
            kind.setWidthFull();
            account.setWidthFull();
            Div form = Shape.box("", kind, account, begin);
            form.getStyle().set("display", "grid").set("gap", "6px").set("margin-top", "8px");
            return form;
        }

        private void answered(CommandResult result) {
            if (result instanceof CommandResult.Refused no) {
                panel.add(Shape.tip("er", "alert", no.problem().text(context.locale())));
            } else {
                read();
            }
        }
    }
}
