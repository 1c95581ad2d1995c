// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose ringing call to take: of the queues one serves. Anchored at its button; who rings is looked at anew while it is
 * open.
 */
final class PickUpChooser {
    private static final Duration LOOK_EACH = Duration.ofSeconds(1);

    private final DeskServices services;
    private final ViewContext context;
    private final Words words;
    private final DeskPresenter presenter;
    private Optional<Runnable> open = Optional.empty();

    PickUpChooser(DeskServices services, ViewContext context, Words words, DeskPresenter presenter) {
        this.services = services;
        this.context = context;
        this.words = words;
        this.presenter = presenter;
        context.every(LOOK_EACH, () -> open.ifPresent(Runnable::run));
    }

    /** A button that opens the choice. */
    Span button() {
        Press press = new Press("btn", words.get("bar.pickUpFor"))
                .icon("bell")
                .test("pickup")
                .guarded("pickup");
        Popover popover = new Popover();
        popover.setTarget(press);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(words.get("bar.pickUpFor"));
        Div list = Shape.box("tplist");
        list.getElement().setAttribute("role", "menu").setAttribute("aria-live", "polite");
        popover.add(Shape.box("tpop", list));
        Ringing ringing = new Ringing(list, popover);
        popover.addOpenedChangeListener(change -> {
            open = change.isOpened() ? Optional.of(ringing::look) : Optional.empty();
            open.ifPresent(Runnable::run);
        });
        popover.addDetachListener(gone -> open = Optional.empty());
        return Shape.line("row", press, popover);
    }

    /** The colleagues at whose phones a call rings. */
    private final class Ringing {
        private final Div list;
        private final Popover popover;
        private Optional<List<AgentState>> shown = Optional.empty();

        Ringing(Div list, Popover popover) {
            this.list = list;
            this.popover = popover;
        }

        void look() {
            Set<QueueId> served = services.outward().served(context.scope(), context.user()).stream()
                    .map(QueueSettings::id)
                    .collect(Collectors.toSet());
            List<AgentState> now = services.agents().agents(context.scope()).stream()
                    .filter(agent ->
                            !agent.agent().value().equals(context.user().value()))
                    .filter(agent -> agent.ringing().filter(served::contains).isPresent())
                    .toList();
            if (shown.filter(now::equals).isEmpty()) {
                shown = Optional.of(now);
                fill(now);
            }
        }

        private void fill(List<AgentState> ringing) {
            list.removeAll();
            for (AgentState agent : ringing) {
                Press press = new Press("to", "").test("pickup-" + agent.agent());
                press.add(
                        Shape.icon("bell"),
                        Shape.text("b el", agent.name()),
                        Shape.space(),
                        Shape.text("xs t3 nb", words.get("pickUp.rings")));
                press.getElement().setAttribute("role", "menuitem");
                list.add(press.does(() -> {
                    popover.close();
                    presenter.pickUp(agent.agent());
                }));
            }
            if (ringing.isEmpty()) {
                list.add(Vacant.small(words.get("pickUp.nothing")));
            }
        }
    }
}
