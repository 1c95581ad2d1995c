// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.town;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.command.Command;
import io.patchbay.demo.api.FirstSteps.Phone;
import io.patchbay.demo.api.FirstSteps.Tour;
import io.patchbay.demo.api.TownCommand;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.Locale;
import java.util.function.Consumer;

/** The newcomer's telephone: the demo's, one of his own, or how to come by one. */
final class PhoneBox extends Div {
    PhoneBox(Tour tour, Words words, Consumer<Command> wish) {
        addClassName("stp");
        Phone phone = tour.phone();
        boolean lent = phone == Phone.DEMO || phone == Phone.COMING;
        Div row = Shape.box(
                "row g3",
                Shape.badge(
                        phone == Phone.DEMO || phone == Phone.OWN ? "ok" : phone == Phone.COMING ? "wa" : "",
                        "phone",
                        words.get(
                                "phone." + phone.name().toLowerCase(Locale.ROOT),
                                tour.extension().orElse("–"))),
                Shape.space());
        row.getElement().setAttribute("data-testid", "phone").setAttribute("data-phone", phone.name());
        if (phone != Phone.OWN && tour.extension().isPresent()) {
            row.add(new Press(lent ? "btn s" : "btn s p", words.get(lent ? "phone.giveBack" : "phone.take"))
                    .test("demo-phone")
                    .does(() -> wish.accept(new TownCommand.UseDemoPhone(!lent))));
        }
        add(row);
        if (phone == Phone.NONE && tour.extension().isPresent()) {
            add(own(tour, words));
        }
    }

    private static HtmlContainer own(Tour tour, Words words) {
        String line = "mkdir -p ~/.baresip && echo '<sip:" + tour.extension().orElseThrow() + "@127.0.0.1:"
                + tour.sipPort() + ">;auth_pass=patchbay' >> ~/.baresip/accounts && baresip";
        Press copy = new Press("btn xs q io", "").icon("clip").named(words.get("phone.copy"));
        copy.does(() -> UI.getCurrent().getPage().executeJs("navigator.clipboard.writeText($0)", line));
        return Shape.tag(
                "details",
                "s",
                Shape.tag("summary", "t2", words.get("phone.own.how")),
                Shape.box("row stl", Shape.tag("code", "mono", line), copy));
    }
}
