// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Participant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How the parties of one live contact with sound are put together. Channel plug-ins implement it; the core calls it as
 * it calls {@link ChannelSession}. What becomes of a guest is told by {@code GuestAnswered} and {@code GuestLeft}.
 */
@ConsumerType
public interface Conference {
    /**
     * Who is in it and how, from now on; told after each change while an agent has the contact. Their manners alone say
     * who hears whom. Before the first word customer and agent talk.
     *
     * @param all everybody, the customer and the agent too
     */
    void arrange(List<Participant> all);

    /**
     * Calls one of our staff in: his device rings.
     *
     * @param guest who
     * @param shown who it says it is, and what it is about
     * @param byItself whether his device is asked to answer by itself at once
     */
    void ring(AgentId guest, Shown shown, boolean byItself);

    /**
     * Calls somebody outside in.
     *
     * @param party who
     * @param number whom to dial
     */
    void dial(PartyId party, Address.PhoneNumber number);

    /**
     * One of our staff has answered at his desk: let his ringing device answer by itself, if it can.
     *
     * @param guest whose device
     */
    void answer(AgentId guest);

    /**
     * Lets a guest go, or stops calling him.
     *
     * @param party who; nothing happens if he is not there
     */
    void release(PartyId party);

    /**
     * A guest is the contact's agent from now on; the one before is let go.
     *
     * @param guest who, has answered
     */
    void takesOver(AgentId guest);

    /**
     * Presses keys to all outside who talk.
     *
     * @param digits of {@code 0-9 * # A-D}
     */
    void press(String digits);

    /**
     * What a device shows while it rings.
     *
     * @param name who calls
     * @param extension his extension, if he has one
     * @param subject what it is about
     */
    record Shown(String name, Optional<String> extension, String subject) {}
}
