// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Remembers the Host of the request that a thread handles: the WebSocket API asks about an origin without telling to
 * which host it came.
 */
public final class HostOfRequest implements ServletRequestListener {
    private static final ThreadLocal<String> HOST = new ThreadLocal<>();

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (event.getServletRequest() instanceof HttpServletRequest request) {
            HOST.set(request.getHeader("Host"));
        }
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        HOST.remove();
    }

    static Optional<String> now() {
        return Optional.ofNullable(HOST.get());
    }
}
