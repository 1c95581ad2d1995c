// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;

/** What administrators change about queues, skills and codes. */
public sealed interface QueueCommand extends Command {
    /**
     * Adds or changes a queue; unknown skills and units are refused by name.
     *
     * @param queue how it shall be
     */
    record SaveQueue(QueueSettings queue) implements QueueCommand {}

    /**
     * Removes a queue; refused while contacts wait in it.
     *
     * @param queue which
     */
    record RemoveQueue(QueueId queue) implements QueueCommand {}

    /**
     * Adds or renames a skill.
     *
     * @param skill how it shall be
     */
    record SaveSkill(Skill skill) implements QueueCommand {}

    /**
     * Removes a skill; refused while a queue asks for it.
     *
     * @param skill which
     */
    record RemoveSkill(SkillId skill) implements QueueCommand {}

    /**
     * Adds, renames, retires or brings back a code.
     *
     * @param code how it shall be
     */
    record SaveCode(Code code) implements QueueCommand {}
}
