// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealedBodyTest {
    private static final ContentOwner OWNER = new ContentOwner(ContentOwner.Kind.INTERACTION, new UUID(1, 2));

    @TempDir
    Path folder;

    private static JournalDraft draft(Map<String, Object> body, Optional<ContentOwner> owner) {
        return new JournalDraft(
                Instant.EPOCH, "a.b", 1, JournalDraft.Subject.NONE, "system:x", new UnitId("u"), 0, body, owner);
    }

    @Test
    void everyClearPartIsSealedWhereverItStands() {
        try (PlainStore store = new PlainStore(folder, TestDatabases.memory(), 2)) {
            Map<String, Object> body = Map.of(
                    "deep",
                    List.of(Map.of("name", new Confidential.Clear("secret one"))),
                    "from",
                    new Confidential.Clear("secret two"),
                    "open",
                    "words");
            SealedBody sealed = SealedBody.of(store.vault(), draft(body, Optional.of(OWNER)));
            assertThat(sealed.json()).doesNotContain("secret").contains("\"open\":\"words\"");
            assertThat(sealed.parts())
                    .extracting(part -> store.vault().open(part).orElseThrow())
                    .containsExactlyInAnyOrder("secret one", "secret two");
            assertThat(CanonicalJson.read(sealed.json())).isEqualTo(sealed.body());
            List<SealedPart> decoded = SealedParts.decode(SealedParts.encode(sealed.parts()));
            assertThat(decoded).isEqualTo(sealed.parts());
            assertThat(store.vault().open(decoded.get(0))).isPresent();
        }
    }

    @Test
    void contentWithoutOwnerIsRefused() {
        try (PlainStore store = new PlainStore(folder, TestDatabases.memory(), 2)) {
            JournalDraft draft = draft(Map.of("a", new Confidential.Clear("x")), Optional.empty());
            assertThatThrownBy(() -> SealedBody.of(store.vault(), draft))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a.b");
        }
    }

    @Test
    void cutSealedColumnIsRefused() {
        byte[] whole = SealedParts.encode(List.of(new SealedPart(OWNER, new byte[40], "cd".repeat(32))));
        assertThat(SealedParts.decode(new byte[0])).isEmpty();
        assertThatThrownBy(() -> SealedParts.decode(java.util.Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
