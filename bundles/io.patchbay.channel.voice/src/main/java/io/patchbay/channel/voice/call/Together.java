// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Participant;
import io.patchbay.spi.channel.Conference;
import java.util.List;
import java.util.function.Consumer;

/** The core's words about who is in a call, brought to the call's lane. */
final class Together implements Conference {
    private final Consumer<Consumer<VoiceCall>> calls;

    /** {@code calls} does something with the call on its lane, if there is one now. */
    Together(Consumer<Consumer<VoiceCall>> calls) {
        this.calls = calls;
    }

    @Override
    public void arrange(List<Participant> all) {
        calls.accept(call -> call.guests().arrange(all));
    }

    @Override
    public void ring(AgentId guest, Shown shown, boolean byItself) {
        calls.accept(call -> call.guests().ring(guest, shown, byItself));
    }

    @Override
    public void dial(PartyId party, Address.PhoneNumber number) {
        calls.accept(call -> call.guests().dial(party, number));
    }

    @Override
    public void answer(AgentId guest) {
        calls.accept(call -> call.guests().answer(guest));
    }

    @Override
    public void release(PartyId party) {
        calls.accept(call -> call.guests().release(party));
    }

    @Override
    public void takesOver(AgentId guest) {
        calls.accept(call -> call.takenOver(guest));
    }

    @Override
    public void press(String digits) {
        calls.accept(call -> call.guests().press(digits));
    }
}
