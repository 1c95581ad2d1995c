// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

/** What happens to contacts and agents of one slot, step by step, each knowing those it hands on to. */
final class Steps {
    final Offering offering;
    final Ending ending;
    final Messaging messaging;
    final Arriving arriving;
    final Working working;
    final WrappingUp wrappingUp;
    final Rated rated;
    final Transferring transferring;
    final Attending attending;
    final Places places;
    final Facts facts;
    final Devices devices;
    final Beginning beginning;
    final CallingOut callingOut;
    final CallingInside callingInside;
    final PickingUp pickingUp;
    final Restoring restoring;
    final CallbackAsking asking;
    final Callbacks callbacks;
    final CallbackWords words;
    final Treating treating;
    final Conferring conferring;
    final Supervising supervising;

    Steps(SlotState state, Surroundings around) {
        offering = new Offering(state, around);
        ending = new Ending(state, around, offering);
        arriving = new Arriving(state, around, offering);
        transferring = new Transferring(state, around, arriving, offering, ending);
        messaging = new Messaging(state, offering, transferring);
        wrappingUp = new WrappingUp(state, around, ending);
        working = new Working(state, around, offering, ending, messaging, wrappingUp);
        rated = new Rated(state, around, arriving, ending, messaging);
        attending = new Attending(state, around, offering);
        places = new Places(state, around);
        facts = new Facts(around);
        devices = new Devices(state, offering, transferring, ending);
        beginning = new Beginning(state, around, attending, offering, ending);
        asking = new CallbackAsking(state, around, offering, ending);
        treating = new Treating(state, around, arriving, ending, facts, asking);
        callbacks = new Callbacks(state, around, arriving, ending, asking);
        pickingUp = new PickingUp(state, around, attending, offering);
        callingOut = new CallingOut(state, around, attending, offering, ending, callbacks);
        words = new CallbackWords(around, asking, messaging);
        Visits visits = new Visits(state, around);
        TakingOver takingOver = new TakingOver(state, attending, around, offering, ending, visits);
        conferring = new Conferring(state, around, visits, takingOver);
        supervising = new Supervising(state, around, visits, conferring, takingOver, pickingUp);
        callingInside = new CallingInside(state, around, attending, offering, ending, conferring);
        restoring = new Restoring(state, around, offering, ending, attending, arriving, callbacks);
    }
}
