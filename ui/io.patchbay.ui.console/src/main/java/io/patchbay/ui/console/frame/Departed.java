// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Scope;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.provision.api.FeatureChange;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What stands in place of an open view whose feature has left: who took it, when, and that it comes back by itself. */
final class Departed {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String PERSON = "user:";

    private final Words words;
    private final People people;
    private final ZoneId zone;
    private final Runnable home;

    Departed(Words words, People people, ZoneId zone, Runnable home) {
        this.words = words;
        this.people = people;
        this.zone = zone;
        this.home = home;
    }

    /** Whether a change takes a view away, be it for a while. */
    static boolean took(FeatureChange change) {
        return change.kind() != FeatureChange.Kind.INSTALL;
    }

    Component page(Optional<FeatureChange> change) {
        String why = change.filter(Departed::took).map(this::said).orElse(words.get("gone.words"));
        Component page = Vacant.page(
                words.get("gone.title"),
                why + " " + words.get("gone.back"),
                new Press("btn p", words.get("home")).test("go-home").does(home));
        page.getElement()
                .setAttribute("data-testid", "vacant")
                .setAttribute("role", "status")
                .setAttribute("data-why", change.map(one -> one.kind().name()).orElse(""));
        return page;
    }

    private String said(FeatureChange change) {
        String key = change.kind() == FeatureChange.Kind.UPDATE ? "gone.update" : "gone.uninstall";
        return words.get(
                key,
                who(change.actor()),
                change.feature(),
                TIME.format(change.at().atZone(zone)));
    }

    private String who(String actor) {
        if (!actor.startsWith(PERSON)) {
            return words.get("gone.operator");
        }
        UserId user = new UserId(actor.substring(PERSON.length()));
        return people.person(Scope.system(), user).map(Person::name).orElse(user.value());
    }
}
