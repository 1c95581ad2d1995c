// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.api.id.InteractionId;
import io.patchbay.api.journal.JournalDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest epochs of interactions that changed their owner: what an old owner still writes is refused. Drafts with
 * epoch 0 are nobody's and always pass. Safe for any thread.
 */
final class Owners {
    private static final int REMEMBERED = 100_000;

    private final Map<InteractionId, Long> epochs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InteractionId, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Known from before a restart. */
    synchronized void owned(InteractionId id, long epoch) {
        if (epoch > 1) {
            epochs.merge(id, epoch, Math::max);
        }
    }

    /** Why a batch must not be written, if so; else its epochs hold from here on. */
    synchronized Optional<StaleOwnerException> refusal(List<JournalDraft> drafts) {
        for (JournalDraft draft : drafts) {
            if (draft.epoch() > 0 && draft.subject().interaction().isPresent()) {
                InteractionId id = draft.subject().interaction().get();
                long newest = epochs.getOrDefault(id, 1L);
                if (draft.epoch() < newest) {
                    return Optional.of(new StaleOwnerException(id, draft.epoch(), newest));
                }
            }
        }
        drafts.forEach(draft -> draft.subject().interaction().ifPresent(id -> owned(id, draft.epoch())));
        return Optional.empty();
    }
}
