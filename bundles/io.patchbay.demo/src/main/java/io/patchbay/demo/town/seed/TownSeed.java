// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.seed;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.customer.CustomerCommand;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.people.PeopleCommand;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.api.PhoneAccount;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.demo.DemoPeople;
import io.patchbay.demo.town.folk.Resident;
import io.patchbay.demo.town.folk.Townsfolk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what the town needs: queues and agents each time they are missing, customers once. May wait. */
public final class TownSeed {
    private final Errands errands;
    private final Queues queues;
    private final Path home;

    public TownSeed(Errands errands, Queues queues, Path home) {
        this.errands = errands;
        this.queues = queues;
        this.home = home;
    }

    /** Queues, agents, customers; gives those customers that were made just now. */
    public Map<Resident, CustomerId> base() throws IOException {
        Map<Resident, CustomerId> made = new HashMap<>();
        if (queues.queue(Scope.system(), new QueueId("town-wealth")).isEmpty()) {
            Staff.QUEUES.forEach((id, name) -> {
                errands.run(new QueueCommand.SaveSkill(new Skill(new SkillId(id), name)));
                errands.run(new QueueCommand.SaveQueue(queue(id, name)));
            });
            Staff.people().forEach(person -> errands.run(new PeopleCommand.SavePerson(person, Optional.empty())));
        }
        Path mark = home.resolve("data/.town-customers");
        if (!Files.exists(mark)) {
            long now = InstantSource.system().millis();
            for (Resident resident : Townsfolk.all()) {
                Customer customer = customer(resident, now);
                errands.run(new CustomerCommand.SaveCustomer(customer));
                made.put(resident, customer.id());
            }
            Files.createFile(mark);
        }
        return made;
    }

    private static QueueSettings queue(String id, String name) {
        return new QueueSettings(
                new QueueId(id),
                name,
                DemoPeople.UNIT,
                Map.of(new SkillId(id), 1),
                0,
                new QueueSettings.ServiceGoal(Duration.ofSeconds(20), 0.8),
                Duration.ofSeconds(15),
                new QueueSettings.WrapUp(QueueSettings.WrapUp.Mode.OPTIONAL, Duration.ofMinutes(1)));
    }

    private static Customer customer(Resident resident, long now) {
        return new Customer(
                CustomerId.at(now),
                resident.name(),
                resident.tier(),
                DemoPeople.UNIT,
                List.of(new Address.PhoneNumber(resident.phone()), new Address.EmailAddress(resident.mail())),
                String.join("、", resident.holdings()) + " · " + resident.manager());
    }

    /** Numbers and the agents' phones, whose secret is another one each time. */
    public void voice(String secret) {
        for (String id : Staff.QUEUES.keySet()) {
            QueueId queue = new QueueId(id);
            errands.run(new VoiceCommand.SaveNumber(
                    new DialledNumber(Staff.number(queue), queue, "zh-CN", "welcome", DialledNumber.Rules.USUAL)));
        }
        for (Person person : Staff.people()) {
            errands.run(new VoiceCommand.SavePhone(
                    new PhoneAccount(
                            person.extension().orElseThrow(),
                            PhoneAccount.Digest.MD5,
                            PhoneAccount.Answering.ALERT_INFO),
                    Optional.of(secret)));
        }
    }
}
