// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.api.access.Scope;
import io.patchbay.api.content.ContentOwner.Kind;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.retention.api.RecordClass;
import io.patchbay.retention.store.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what becomes of each record: rules first, then holds. Messages are read only where files could matter. */
final class Judge {
    private static final List<RecordClass> WITH_FILES = List.of(RecordClass.MESSAGES, RecordClass.ATTACHMENTS);

    private final Periods periods;
    private final Standing standing;
    private final Interactions interactions;

    Judge(Periods periods, Standing standing, Interactions interactions) {
        this.periods = periods;
        this.standing = standing;
        this.interactions = interactions;
    }

    /** A record with what becomes of it. */
    record Judged(Item item, Verdict verdict) {}

    Judged judge(Item item) {
        if (item.since().isEmpty()) {
            return new Judged(item, new Verdict.Open());
        }
        Item whole = withFiles(item, item.since().get());
        Verdict verdict = ruled(whole, item.since().get());
        if (verdict instanceof Verdict.Due) {
            verdict =
                    standing.on(whole.holders()).<Verdict>map(Verdict.Held::new).orElse(verdict);
        }
        return new Judged(whole, verdict);
    }

    private Verdict ruled(Item item, Instant since) {
        return periods.of(item.classes(), item.units(), since);
    }

    private Item withFiles(Item item, Instant since) {
        if (item.owner().kind() != Kind.CONVERSATION) {
            return item;
        }
        Item both = item.with(WITH_FILES);
        return ruled(both, since).equals(ruled(item, since)) || files(item).isEmpty() ? item : both;
    }

    /** The files of a conversation's messages. */
    Set<AttachmentId> files(Item item) {
        return item.contacts().stream()
                .flatMap(contact -> interactions.messages(Scope.system(), contact.id()).stream())
                .flatMap(message -> message.attachments().stream())
                .map(file -> file.id())
                .collect(Collectors.toSet());
    }
}
