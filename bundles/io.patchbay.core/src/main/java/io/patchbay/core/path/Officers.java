// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Why;
import io.patchbay.core.model.LiveInteraction;
import java.util.Optional;

/** Whether a customer's own officer is asked first; he may serve other queues only, or not be there. */
final class Officers {
    private final SlotState state;
    private final Surroundings around;

    Officers(SlotState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    /**
     * The own officer of a contact, if its queue asks officers.
     *
     * @param asked he who is asked
     * @param passed he who is not, and why
     */
    record Own(Optional<AgentId> asked, Optional<Why.Other> passed) {
        static final Own NONE = new Own(Optional.empty(), Optional.empty());
    }

    Own of(LiveInteraction contact, Optional<QueueSettings> queue) {
        return queue.filter(settings -> !settings.rules().preferred().officer().isZero())
                .filter(settings -> contact.only().isEmpty())
                .flatMap(settings -> contact.officer().map(officer -> of(contact, settings, officer)))
                .orElse(Own.NONE);
    }

    private Own of(LiveInteraction contact, QueueSettings queue, AgentId officer) {
        Optional<Person> person = around.person(new UserId(officer.value())).filter(Person::enabled);
        if (person.filter(one -> serves(one, contact, queue)).isEmpty()) {
            String lacks = person.flatMap(one -> Considering.lacks(one.work().skills(), queue.needs()))
                    .orElse("");
            return passed(officer, Why.Cause.OFFICER_OUTSIDE, lacks);
        } else if (!there(officer)) {
            return passed(officer, Why.Cause.OFFICER_AWAY, "");
        }
        return new Own(Optional.of(officer), Optional.empty());
    }

    private static Own passed(AgentId officer, Why.Cause cause, String detail) {
        return new Own(Optional.empty(), Optional.of(new Why.Other(officer, cause, detail)));
    }

    private static boolean serves(Person person, LiveInteraction contact, QueueSettings queue) {
        AgentId agent = new AgentId(person.user().value());
        return person.work().capacity().getOrDefault(contact.contact().kind(), 0) > 0
                && (queue.servedBy(person.work().skills())
                        || queue.rules().preferred().dedicated().contains(agent));
    }

    /** Whether an agent of this slot takes contacts now. */
    boolean there(AgentId agent) {
        return state.agent(agent)
                .filter(one -> one.presence() instanceof Presence.Ready)
                .isPresent();
    }
}
