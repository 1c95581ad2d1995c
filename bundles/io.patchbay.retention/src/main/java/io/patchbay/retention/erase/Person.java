// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.erase;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentOwner.Kind;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.spi.erasure.Identities;
import io.patchbay.store.json.CanonicalJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Identities as they are kept while an erasure or an expiry runs, and the keys that go. */
public final class Person {
    private Person() {}

    public static String text(Identities person) {
        return CanonicalJson.write(Map.of(
                "customers", texts(person.customers()),
                "addresses", texts(person.addressHashes()),
                "conversations", texts(person.conversations()),
                "interactions", texts(person.interactions()),
                "attachments", texts(person.attachments()),
                "recordings", texts(person.recordings())));
    }

    private static List<Object> texts(Collection<?> ids) {
        return ids.stream()
                .map(Object::toString)
                .sorted()
                .map(Object.class::cast)
                .toList();
    }

    public static Identities read(String text) {
        Map<String, Object> kept = CanonicalJson.read(text);
        return new Identities(
                set(kept, "customers", CustomerId::parse),
                set(kept, "addresses", Function.identity()),
                set(kept, "conversations", ConversationId::parse),
                set(kept, "interactions", InteractionId::parse),
                set(kept, "attachments", AttachmentId::parse),
                set(kept, "recordings", RecordingId::parse));
    }

    private static <T> Set<T> set(Map<String, Object> kept, String name, Function<String, T> parse) {
        return ((List<?>) kept.get(name))
                .stream().map(String.class::cast).map(parse).collect(Collectors.toSet());
    }

    /** The keys that seal what is his. */
    public static List<ContentOwner> owners(Identities person) {
        List<ContentOwner> owners = new ArrayList<>();
        person.customers().forEach(id -> owners.add(new ContentOwner(Kind.CUSTOMER, id.value())));
        person.conversations().forEach(id -> owners.add(new ContentOwner(Kind.CONVERSATION, id.value())));
        person.interactions().forEach(id -> owners.add(new ContentOwner(Kind.INTERACTION, id.value())));
        return owners;
    }
}
