// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.QueueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What administrators say about queues, skills and codes. Reads answer from memory; safe for any thread. */
@ProviderType
public interface Queues {
    /**
     * All queues the reader may see, by id.
     *
     * @param scope who asks
     * @return the queues
     */
    List<QueueSettings> queues(Scope scope);

    /**
     * Finds a queue.
     *
     * @param scope who asks
     * @param id which
     * @return the queue, if it exists and is visible
     */
    Optional<QueueSettings> queue(Scope scope, QueueId id);

    /**
     * All skills, by id.
     *
     * @return the skills
     */
    List<Skill> skills();

    /**
     * All codes of one use, retired ones included, in the order people see them.
     *
     * @param use which
     * @return the codes
     */
    List<Code> codes(Code.Use use);

    /**
     * The codes of one use as the tree they form now.
     *
     * @param use which
     * @return the newest version
     */
    default CodeTree tree(Code.Use use) {
        return new CodeTree(0, codes(use));
    }

    /**
     * The tree as it was: what was chosen then keeps the words it had.
     *
     * @param use which
     * @param at a moment
     * @return the version that held then; the first for moments before it
     */
    default CodeTree tree(Code.Use use, Instant at) {
        return tree(use);
    }

    /**
     * What may come to agents beside what they do.
     *
     * @return the matrix
     */
    default WorkMatrix matrix() {
        return WorkMatrix.USUAL;
    }
}
