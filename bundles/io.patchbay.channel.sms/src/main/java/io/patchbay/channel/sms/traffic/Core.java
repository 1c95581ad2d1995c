// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.traffic;

import io.patchbay.api.address.Address;
import io.patchbay.channel.sms.store.OutgoingTable;
import java.util.concurrent.CompletionStage;

/** What an account needs of Patchbay. */
public interface Core {
    /** Takes a letter; completes once it is durable, fails if it is not taken now. */
    CompletionStage<Void> post(SmsLetter letter);

    /** Tells what became of a message; completes with false if it has to be told again later. */
    CompletionStage<Boolean> report(OutgoingTable.Fate fate);

    /** Whether somebody is in conversation with a number, so that an opt-out word is shown there too. */
    boolean talksWith(Address number);
}
