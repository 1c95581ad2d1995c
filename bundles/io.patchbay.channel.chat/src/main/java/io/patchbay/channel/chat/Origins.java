// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Which pages may open a chat: our own, those configured, and clients that are no page at all. */
final class Origins {
    private Origins() {}

    static boolean welcome(String origin, Optional<String> host, Set<String> allowed) {
        if (origin == null || allowed.contains(origin)) {
            return true;
        }
        try {
            return host.isPresent()
                    && host.get().equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
