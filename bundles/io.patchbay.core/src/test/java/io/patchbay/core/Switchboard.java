// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Participant;
import io.patchbay.spi.channel.Conference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Puts nobody together, but writes down what it is told. */
final class Switchboard implements Conference {
    final List<String> told = new CopyOnWriteArrayList<>();
    volatile String arranged = "";

    @Override
    public void arrange(List<Participant> all) {
        arranged = all.stream()
                .map(one -> one.id() + " " + one.manner().wire() + (one.muted() ? " muted" : ""))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void ring(AgentId guest, Shown shown, boolean byItself) {
        told.add("ring " + guest + (byItself ? " by itself" : ""));
    }

    @Override
    public void dial(PartyId party, Address.PhoneNumber number) {
        told.add("dial " + number.e164());
    }

    @Override
    public void answer(AgentId guest) {
        told.add("answer " + guest);
    }

    @Override
    public void release(PartyId party) {
        told.add("release " + party);
    }

    @Override
    public void takesOver(AgentId guest) {
        told.add("takes " + guest);
    }

    @Override
    public void press(String digits) {
        told.add("press " + digits);
    }
}
