// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.spi.channel.ChannelSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves agents and contacts to the groups they now belong to, while all slots stand still. */
final class Regrouping {
    private final List<QueueGroup> groups;
    private final QueueGroups owners;

    Regrouping(List<QueueGroup> groups, QueueGroups owners) {
        this.groups = groups;
        this.owners = owners;
    }

    void move() {
        for (QueueGroup from : groups) {
            for (LiveAgent agent : List.copyOf(from.state().agents())) {
                QueueGroup to = owners.of(agent.agent());
                if (to != from) {
                    moveAgent(agent, from, to);
                }
            }
            List<LiveInteraction> contacts = new ArrayList<>(from.state().interactions());
            for (LiveInteraction contact : contacts) {
                QueueGroup to = owners.home(contact);
                if (to != from) {
                    moveContact(contact, from, to);
                }
            }
        }
    }

    private static void moveAgent(LiveAgent agent, QueueGroup from, QueueGroup to) {
        from.state().removeAgent(agent.agent());
        from.state().matching().agentChanged(agent.agent(), Optional.empty());
        to.state().add(agent);
        to.slot().execute(turn -> to.restoring().adopt(turn, agent));
    }

    private void moveContact(LiveInteraction contact, QueueGroup from, QueueGroup to) {
        Optional<ChannelSession> session = from.state().session(contact.id());
        from.state().remove(contact.id());
        from.state().matching().contactGone(Offering.place(contact));
        owners.own(contact.id(), to);
        to.slot().execute(turn -> to.restoring()
                .adopt(turn, contact, session, to.slot().name(), owners));
    }
}
