// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.customer;

import io.patchbay.api.access.Scope;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.watch.Watch;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** What outside systems know of the customer of a contact. Safe for any thread. */
@ProviderType
public interface CustomerCards {
    /**
     * What is known now, without asking. Answers at once.
     *
     * @param scope who looks; nothing without {@code customer.see}
     * @param contact whose customer
     * @return one card a source, by name
     */
    List<SourceCard> known(Scope scope, Interaction contact);

    /**
     * Asks what is older than a minute.
     *
     * @param scope who asks; nothing without {@code customer.see}
     * @param contact whose customer
     * @return completes when every source has answered, after 500 ms at the latest, with what is known then
     */
    CompletionStage<List<SourceCard>> ask(Scope scope, Interaction contact);

    /**
     * Asks because a person insists: also a source that is being left alone after failures, one question at a time.
     *
     * @param scope who asks; nothing without {@code customer.see}
     * @param contact whose customer
     * @return as {@link #ask}
     */
    CompletionStage<List<SourceCard>> askAgain(Scope scope, Interaction contact);

    /**
     * Follows answers that come later.
     *
     * @param scope who follows
     * @param contact whose customer
     * @param changed told on a thread of Patchbay's that it must not block
     * @return ends it
     */
    Watch watch(Scope scope, Interaction contact, Consumer<List<SourceCard>> changed);
}
