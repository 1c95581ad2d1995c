// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.ConversationId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A visitor's session is his conversation with our mark on it: nothing to store, nobody can make one up. */
final class SessionTokens {
    private static final int MARK = 16;

    private final ContentVault vault;

    SessionTokens(ContentVault vault) {
        this.vault = vault;
    }

    String token(ConversationId conversation) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + MARK);
        bytes.putLong(conversation.value().getMostSignificantBits());
        bytes.putLong(conversation.value().getLeastSignificantBits());
        bytes.put(mark(conversation));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Whose session it is; empty if it is none of ours. */
    Optional<ConversationId> conversation(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != 16 + MARK) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        ConversationId conversation = new ConversationId(new UUID(in.getLong(), in.getLong()));
        byte[] given = new byte[MARK];
        in.get(given);
        return MessageDigest.isEqual(given, mark(conversation)) ? Optional.of(conversation) : Optional.empty();
    }

    private byte[] mark(ConversationId conversation) {
        return vault.lookupHash("chat-session:" + conversation)
                .substring(0, MARK)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
