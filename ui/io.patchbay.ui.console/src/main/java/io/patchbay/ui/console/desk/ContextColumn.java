// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.DeskPanel;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The column at the right: the panels about what rings, else about the contact in front. */
final class ContextColumn extends HtmlContainer {
    private static final Logger log = LoggerFactory.getLogger(ContextColumn.class);

    private final ViewContext context;
    private final Words words;
    private final Supplier<List<DeskPanel>> panels;
    private final Div body = Shape.box("ctxb");
    private final Div preview = Shape.box("pv");
    private List<Object> shown = List.of("nothing yet");

    ContextColumn(ViewContext context, Words words, Supplier<List<DeskPanel>> panels) {
        super("aside");
        this.context = context;
        this.words = words;
        this.panels = panels;
        addClassNames("ctx", "panel");
        getElement().setAttribute("aria-label", words.get("customer"));
        preview.add(Shape.icon("eye"), Shape.tag("b", "", words.get("preview")));
        add(preview, body);
    }

    void show(DeskModel model) {
        boolean ringing = !model.offers().isEmpty();
        Optional<Interaction> contact = ringing
                ? Optional.of(model.offers().get(0).contact())
                : model.front().map(DeskModel.Front::contact);
        preview.setVisible(ringing);
        List<Object> wanted = List.of(
                contact.map(Interaction::id),
                contact.map(Interaction::state),
                contact.flatMap(Interaction::customer),
                panels.get());
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        body.removeAll();
        if (contact.isEmpty()) {
            body.add(Vacant.page("", words.get("customer.none")));
        } else {
            panels.get().forEach(panel -> body.add(panel(panel, contact.get())));
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
