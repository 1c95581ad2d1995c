// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** All contacts of one customer, newest first, over all channels and conversations. */
final class Timeline extends Div {
    private final Words words;
    private final Terms terms;
    private final Formats formats;
    private final ViewContext context;
    private final People people;

    Timeline(List<Interaction> contacts, ViewContext context, Words words, People people) {
        this.people = people;
        this.words = words;
        this.context = context;
        terms = new Terms(context.locale());
        formats = new Formats(context.locale(), context.zone());
        Div head = Shape.box("sec", Shape.text("", words.get("timeline")), Shape.space());
        head.add(Shape.text("fresh", words.get("timeline.count", String.valueOf(contacts.size()))));
        add(head);
        if (contacts.isEmpty()) {
            add(Vacant.small(words.get("timeline.none")));
            return;
        }
        var list = Shape.tag("ol", "tl");
        list.getElement().setAttribute("data-testid", "timeline");
        contacts.forEach(contact -> list.add(line(contact)));
        add(list);
    }

    private Component line(Interaction contact) {
        var what = Shape.tag("a", "el");
        what.getElement().setAttribute("href", "records/" + contact.id()).setAttribute("router-link", true);
        String channel = terms.channel(contact.contact().channel());
        what.add(Shape.tag(
                "b",
                "",
                channel
                        + contact.contact()
                                .subject()
                                .map(subject -> " · " + subject)
                                .orElse("")));
        what.add(Shape.box("xs t3 el", detail(contact)));
        return Shape.tag(
                "li",
                "",
                Shape.line("ic", Shape.icon(Terms.icon(contact.contact().channel()))),
                what,
                Shape.text("xs t3 num", formats.moment(contact.times().arrivedAt(), context.now())));
    }

    private String detail(Interaction contact) {
        String state = contact.outcome().map(terms::outcome).orElse(terms.state(contact.state()));
        Optional<String> agent = contact.assignments().stream()
                .filter(part -> part.acceptedAt().isPresent())
                .reduce((first, last) -> last)
                .map(Assignment::agent)
                .map(id -> words.get("timeline.by", name(id)));
        return agent.map(by -> by + " · " + state).orElse(state);
    }

    private String name(AgentId agent) {
        return people.person(context.scope(), new UserId(agent.value()))
                .map(Person::name)
                .orElse(agent.value());
    }
}
