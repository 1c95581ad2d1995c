// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import java.util.Map;

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

    /**
     * Says what may come to agents beside one kind of work; it counts at once.
     *
     * @param doing what they do
     * @param coming what becomes of each kind that comes; kinds that are absent are as usual
     */
    record SaveMeetings(WorkKind doing, Map<WorkKind, WorkMatrix.Meeting> coming) implements QueueCommand {
        public SaveMeetings {
            coming = Map.copyOf(coming);
        }
    }
}
