// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.people.Person;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a person lands after sign-in: where a view welcomes him, else agents at the desk, administrators at
 * administration, supervisors on the floor.
 */
final class Landing {
    private Landing() {}

    static Optional<String> of(Scope scope, Optional<Person> person, List<ViewContribution> mine) {
        Optional<String> welcoming = person.flatMap(who -> mine.stream()
                .filter(view -> view.welcomes(who.user()))
                .map(ViewContribution::path)
                .findFirst());
        if (welcoming.isPresent()) {
            return welcoming;
        }
        Stream<String> wishes = Stream.of(
                person.filter(Landing::takesContacts).isPresent() && scope.may(Permissions.AGENT) ? "desk" : "",
                scope.may(Permissions.PEOPLE) ? "admin" : "",
                scope.may(Permissions.FLOOR) ? "floor" : "");
        List<String> paths = mine.stream().map(ViewContribution::path).toList();
        return Stream.concat(wishes, paths.stream()).filter(paths::contains).findFirst();
    }

    /** Whether a person is given contacts; a supervisor may have the right without taking any. */
    static boolean takesContacts(Person person) {
        return !person.work().capacity().isEmpty();
    }
}
