// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.past;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.PresenceEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.people.Person;
import io.patchbay.demo.DemoPeople;
import io.patchbay.demo.api.TownPace;
import io.patchbay.demo.town.folk.Matter;
import io.patchbay.demo.town.folk.Matters;
import io.patchbay.demo.town.folk.Resident;
import io.patchbay.demo.town.pace.DayCurve;
import io.patchbay.demo.town.seed.Errands;
import io.patchbay.demo.town.seed.Staff;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A working day of the town that is over: who came when, who answered, what the agents did. A small simulation of its
 * own, since nothing of the path runs faster than the clock. The same seed gives the same day, but for ids.
 */
final class PastDay {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);
    private static final DateTimeFormatter NUMBER = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final List<String> CODES =
            List.of("enquiry", "business", "enquiry", "business", "complaint", "other");
    private static final double BUSIEST = 2.3;

    private final LocalDate date;
    private final ZoneId zone;
    private final Matters matters;
    private final Map<Resident, CustomerId> customers;
    private final List<Resident> residents;
    private final Random random;
    private final List<JournalDraft> drafts = new ArrayList<>();
    private final Map<Person, Instant> free = new HashMap<>();
    private int numbered;

    PastDay(LocalDate date, ZoneId zone, long seed, Matters matters, Map<Resident, CustomerId> customers) {
        this.date = date;
        this.zone = zone;
        this.matters = matters;
        this.customers = customers;
        residents = customers.keySet().stream()
                .sorted(Comparator.comparing(Resident::phone))
                .toList();
        random = new Random(seed ^ date.toEpochDay());
    }

    private Instant at(LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    /** What the journal says of it, in order. */
    List<JournalDraft> drafts(int contacts) {
        Staff.people().forEach(this::works);
        arrivals(contacts).forEach(this::comes);
        drafts.sort(Comparator.comparing(JournalDraft::at)); // stable: what happens at once keeps its order
        return drafts;
    }

    private void works(Person person) {
        Instant begins = at(OPENS).minusSeconds(random.nextInt(900));
        free.put(person, begins);
        presence(begins, person, new Presence.Ready());
        Instant meal = at(LocalTime.of(11, 30)).plusSeconds(random.nextInt(5_400));
        presence(meal, person, new Presence.NotReady("meal"));
        presence(meal.plusSeconds(1_500 + random.nextInt(900)), person, new Presence.Ready());
        Instant rest = at(LocalTime.of(15, 0)).plusSeconds(random.nextInt(5_400));
        presence(rest, person, new Presence.NotReady("break"));
        presence(rest.plusSeconds(300 + random.nextInt(600)), person, new Presence.Ready());
        presence(at(CLOSES).plusSeconds(1_200 + random.nextInt(600)), person, new Presence.LoggedOut());
    }

    private void presence(Instant at, Person person, Presence presence) {
        PresenceEvent.Changed event =
                new PresenceEvent.Changed(new AgentId(person.user().value()), presence);
        drafts.add(new JournalDraft(
                at,
                CoreEvents.type(event),
                CoreEvents.VERSION,
                JournalDraft.Subject.NONE,
                Errands.DEMO.text(),
                DemoPeople.UNIT,
                0,
                CoreEvents.body(event),
                Optional.empty()));
    }

    /** Spread by the rush hours: a moment is kept as likely as its hour is busy. */
    private List<Instant> arrivals(int contacts) {
        List<Instant> moments = new ArrayList<>();
        int seconds = CLOSES.toSecondOfDay() - OPENS.toSecondOfDay();
        while (moments.size() < contacts) {
            LocalTime time = OPENS.plusSeconds(random.nextInt(seconds));
            if (random.nextDouble() * BUSIEST < DayCurve.at(time)) {
                moments.add(at(time).plusMillis(random.nextInt(1_000)));
            }
        }
        moments.sort(Comparator.naturalOrder());
        return moments;
    }

    private void comes(Instant at) {
        Resident who = residents.get(random.nextInt(residents.size()));
        Matter matter = matters.any(random);
        ChannelKey channel = TownPace.CHANNELS.get(random.nextInt(TownPace.CHANNELS.size()));
        boolean letter = channel.value().equals("sms") || channel.value().equals("email");
        QueueId queue = Staff.queue(letter ? "care" : matter.queue());
        PastContact contact = new PastContact(who, matter, channel, at);
        String number = String.format(Locale.ROOT, "%s-%05d", NUMBER.format(date), ++numbered);
        boolean known = !channel.value().equals("chat");
        contact.arrives(
                at,
                number,
                queue,
                new InteractionEvent.Identified(
                        known ? "known" : "unknown",
                        Optional.of(customers.get(who)).filter(customer -> known),
                        Optional.of(who.tier()).filter(tier -> known)));
        answered(contact, at, queue, letter);
        drafts.addAll(contact.drafts());
    }

    private void answered(PastContact contact, Instant at, QueueId queue, boolean letter) {
        Person person = free.keySet().stream()
                .filter(one -> one.work().skills().containsKey(new SkillId(queue.value())))
                .min(Comparator.comparing((Person one) -> free.get(one))
                        .thenComparing(one -> one.user().value()))
                .orElseThrow();
        Instant offered = free.get(person).isAfter(at) ? free.get(person) : at;
        Instant patience = at.plusSeconds(letter ? 3_600 : 30 + random.nextInt(120));
        boolean impatient = !letter && random.nextInt(100) < 3;
        if (impatient || offered.isAfter(patience)) {
            contact.isAbandoned(impatient ? at.plusSeconds(8 + random.nextInt(40)) : patience);
            return;
        }
        AgentId agent = new AgentId(person.user().value());
        Instant accepted = offered.plusMillis(1_500 + random.nextInt(11_000));
        Instant left = accepted.plus(Duration.ofSeconds(50 + random.nextInt(260)));
        Instant done = left.plusSeconds(4 + random.nextInt(45));
        contact.isOffered(offered, agent, agent + " idle longest; first in " + queue);
        contact.isHandled(accepted, left, done, agent, CODES.get(random.nextInt(CODES.size())));
        free.put(person, done.plusSeconds(1));
    }
}
