// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.watch.Watch;
import io.patchbay.channel.voice.api.VoiceSettings.PhoneLine;
import io.patchbay.demo.DemoPeople;
import io.patchbay.demo.api.FirstSteps;
import io.patchbay.demo.town.first.Tours;
import io.patchbay.demo.town.line.Telephony;
import java.time.InstantSource;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The first steps, while there is a town to help with them. */
@Component(service = {FirstSteps.class, FirstStepsComponent.class})
public final class FirstStepsComponent implements FirstSteps {
    private final TownComponent town;
    private final People people;
    private final Tours tours;
    private final Watch watch;

    @Activate
    public FirstStepsComponent(
            @Reference TownComponent town, @Reference Interactions interactions, @Reference People people) {
        this.town = town;
        this.people = people;
        tours = new Tours(interactions, InstantSource.system());
        watch = interactions.watch(tours::take);
    }

    Tours tours() {
        return tours;
    }

    @Override
    public Tour tour(UserId user) {
        Optional<String> extension = people.person(Scope.system(), user).flatMap(Person::extension);
        return new Tour(
                tours.steps(user),
                extension.map(this::phone).orElse(Phone.NONE),
                extension,
                Integer.getInteger("patchbay.sip.port", 5060));
    }

    /** What rings at an extension; ours makes way for a telephone of his own. */
    Phone phone(String extension) {
        Optional<Telephony> telephony = town.founding().telephony();
        boolean lent = telephony.filter(there -> there.has(extension)).isPresent();
        String from = town.voice()
                .flatMap(voice -> voice.phones().stream()
                        .filter(line -> line.account().extension().equals(extension))
                        .map(PhoneLine::registeredFrom)
                        .findFirst())
                .orElse("");
        boolean ours =
                telephony.filter(there -> from.startsWith(there.address())).isPresent();
        if (!from.isEmpty() && !ours) {
            telephony.ifPresent(there -> there.unplug(extension));
            return Phone.OWN;
        } else if (lent) {
            return from.isEmpty() ? Phone.COMING : Phone.DEMO;
        }
        return Phone.NONE;
    }

    /** Lends a telephone or takes it back; false if there is none to lend. */
    boolean lend(String extension, boolean wanted) {
        Optional<Telephony> telephony = town.founding().telephony();
        telephony.ifPresent(there -> {
            if (wanted) {
                there.plugIn(extension, DemoPeople.password());
            } else {
                there.unplug(extension);
            }
        });
        return telephony.isPresent();
    }

    @Deactivate
    void close() {
        watch.close();
    }
}
