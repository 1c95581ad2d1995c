// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Participant;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.DeskPanel;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The column at the right: the panels about what rings, else about the contact in front. */
final class ContextColumn extends HtmlContainer {
    private static final Logger log = LoggerFactory.getLogger(ContextColumn.class);

    private final ViewContext context;
    private final Words words;
    private final DeskPanels panels;
    private final Panels front = new Panels();
    private final Panels offered = new Panels();
    private final Div preview = Shape.box("pv");
    private final HtmlContainer title;

    ContextColumn(ViewContext context, Words words, DeskPanels panels) {
        super("aside");
        this.context = context;
        this.words = words;
        this.panels = panels;
        addClassNames("ctx", "panel");
        getElement().setAttribute("aria-label", words.get("customer"));
        title = Shape.tag("b", "", "");
        preview.add(Shape.icon("eye"), title);
        add(preview, offered, front);
        context.untilGone(panels.follow(() -> context.soon("panels", () -> {
            offered.again();
            front.again();
        })));
    }

    void show(DeskModel model) {
        Optional<Interaction> ringing = model.offers().stream()
                .findFirst()
                .map(DeskModel.Offer::contact)
                .or(() -> model.guest().map(DeskModel.Guest::contact))
                .filter(contact -> !DeskModel.isInner(contact));
        offered.show(ringing);
        front.show(model.front().map(DeskModel.Front::contact).filter(contact -> !DeskModel.isInner(contact)));
        preview.setVisible(ringing.isPresent());
        title.setText(joined(model) ? words.get("preview.joined") : words.get("preview"));
        offered.setClassName("off", ringing.isEmpty());
        front.setClassName("off", ringing.isPresent());
    }

    /** He is in a colleague's contact, and nothing rings. */
    private static boolean joined(DeskModel model) {
        return model.offers().isEmpty()
                && model.guest()
                        .filter(guest -> guest.visit().manner() != Participant.Manner.RINGING)
                        .isPresent();
    }

    /** The panels about one contact; what is typed in them stays while an offer is previewed. */
    private final class Panels extends Div {
        private List<Object> shown = List.of("nothing yet");
        private Optional<Interaction> about = Optional.empty();

        Panels() {
            addClassName("ctxb");
        }

        /** A panel came or went. */
        void again() {
            show(about);
        }

        void show(Optional<Interaction> contact) {
            about = contact;
            List<Object> wanted = List.of(
                    contact.map(Interaction::id),
                    contact.filter(known -> known.customer().isPresent()).map(Interaction::state),
                    contact.flatMap(Interaction::customer),
                    panels.all());
            if (wanted.equals(shown)) {
                return;
            }
            shown = wanted;
            removeAll();
            if (contact.isEmpty()) {
                add(Vacant.page("", words.get("customer.none")));
            } else {
                panels.all().forEach(panel -> add(panel(panel, contact.get())));
            }
        }
    }

    /** A panel of another bundle must not take the desk with it. */
    private Component panel(DeskPanel panel, Interaction contact) {
        try {
            return panel.create(contact, context);
        } catch (RuntimeException e) {
            log.error("The desk panel {} failed", panel.getClass().getName(), e);
            return Shape.box("cust", Shape.tip("er", "alert", words.get("panelFailed", panel.title(context.locale()))));
        }
    }

    void toggle() {
        setClassName("open", !hasClassName("open"));
    }
}
