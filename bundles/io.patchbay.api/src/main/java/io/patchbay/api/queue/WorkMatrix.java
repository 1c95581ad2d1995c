// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.id.WorkKind;
import java.util.Map;
import java.util.TreeMap;

/**
 * What may come to an agent beside what he does. Where nothing is said, nothing comes beside a call, a call interrupts
 * everything else, and all else goes on beside each other; within one kind the agent's capacity decides.
 *
 * @param meetings by the kind he does, what becomes of each kind that comes
 */
public record WorkMatrix(Map<WorkKind, Map<WorkKind, Meeting>> meetings) {
    private static final WorkKind CALL = new WorkKind("call");

    /** Nothing said. */
    public static final WorkMatrix USUAL = new WorkMatrix(Map.of());

    public WorkMatrix {
        Map<WorkKind, Map<WorkKind, Meeting>> copy = new TreeMap<>();
        meetings.forEach((doing, coming) -> copy.put(doing, Map.copyOf(coming)));
        meetings = Map.copyOf(copy);
    }

    /** What becomes of one kind of work while an agent does another. */
    public enum Meeting {
        /** Both go on. */
        BESIDE,
        /** It comes; what he did stands still until it is over. */
        INTERRUPTS,
        /** It is not offered to him. */
        NEVER
    }

    /**
     * What becomes of a kind of work.
     *
     * @param doing what he does
     * @param coming what would come
     * @return beside for the same kind, which his capacity bounds
     */
    public Meeting of(WorkKind doing, WorkKind coming) {
        if (doing.equals(coming)) {
            return Meeting.BESIDE;
        }
        Meeting usual = doing.equals(CALL) ? Meeting.NEVER : coming.equals(CALL) ? Meeting.INTERRUPTS : Meeting.BESIDE;
        return meetings.getOrDefault(doing, Map.of()).getOrDefault(coming, usual);
    }
}
