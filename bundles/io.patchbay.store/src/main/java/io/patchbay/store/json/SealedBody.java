// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.json;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.journal.JournalDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A draft's body as the journal keeps it.
 *
 * @param json canonical text in which sealed content stands as <code>{"sealed":"…"}</code>
 * @param body the same as values; sealed content is {@link Confidential.Sealed}
 * @param parts the cipher texts, in the order of the body
 */
public record SealedBody(String json, Map<String, Object> body, List<SealedPart> parts) {
    public SealedBody {
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(body, "body");
        parts = List.copyOf(parts);
    }

    /**
     * Seals each {@link Confidential.Clear} of a draft under the draft's owner. Touches no database unless an old
     * owner's key has to be read again.
     *
     * @param vault seals
     * @param draft the draft
     * @return its sealed body
     * @throws IllegalArgumentException naming the type, if there is something to seal but no owner
     */
    public static SealedBody of(ContentVault vault, JournalDraft draft) {
        Sealing sealing = new Sealing(vault, draft);
        Map<String, Object> body = sealing.map(draft.body());
        return new SealedBody(CanonicalJson.write(body), body, sealing.parts);
    }

    private static final class Sealing {
        private final ContentVault vault;
        private final JournalDraft draft;
        private final List<SealedPart> parts = new ArrayList<>();

        Sealing(ContentVault vault, JournalDraft draft) {
            this.vault = vault;
            this.draft = draft;
        }

        Map<String, Object> map(Map<?, ?> source) {
            Map<String, Object> target = new LinkedHashMap<>();
            source.forEach((key, value) -> target.put((String) key, value(value)));
            return target;
        }

        private Object value(Object value) {
            if (value instanceof Confidential.Clear clear) {
                SealedPart part = vault.seal(owner(), clear.text());
                parts.add(part);
                return new Confidential.Sealed(part.sha256());
            } else if (value instanceof Map<?, ?> map) {
                return map(map);
            } else if (value instanceof List<?> list) {
                return list.stream().map(this::value).toList();
            }
            return value;
        }

        private ContentOwner owner() {
            return draft.owner()
                    .orElseThrow(() ->
                            new IllegalArgumentException(draft.type() + " has content to seal but no owner for it"));
        }
    }
}
