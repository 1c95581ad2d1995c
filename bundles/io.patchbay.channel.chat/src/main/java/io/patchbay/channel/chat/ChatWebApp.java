// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Opens the WebSocket of the web application; the bridge from the web container's objects to the component. */
public final class ChatWebApp implements ServletContextListener {
    private static final int LARGEST_FRAME = 64 * 1024;
    private static final String BUNDLE = "osgi-bundlecontext";
    private static final long PATIENCE_MILLIS = 10_000;

    private ServiceTracker<ChatChannel, ChatChannel> channels;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext web = event.getServletContext();
        channels = new ServiceTracker<>((BundleContext) web.getAttribute(BUNDLE), ChatChannel.class, null);
        channels.open();
        ServerContainer sockets = (ServerContainer) web.getAttribute(ServerContainer.class.getName());
        sockets.setDefaultMaxTextMessageBufferSize(LARGEST_FRAME);
        sockets.setDefaultMaxSessionIdleTimeout(0);
        try {
            sockets.addEndpoint(ServerEndpointConfig.Builder.create(ChatEndpoint.class, "/ws")
                    .configurator(new Handshake())
                    .build());
        } catch (DeploymentException e) {
            throw new IllegalStateException("the chat's WebSocket cannot be opened", e);
        }
    }

    private ChatChannel channel() {
        try {
            ChatChannel channel = channels.waitForService(PATIENCE_MILLIS);
            if (channel == null) {
                throw new IllegalStateException("the chat channel is not there");
            }
            return channel;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private final class Handshake extends ServerEndpointConfig.Configurator {
        @Override
        public boolean checkOrigin(String origin) {
            return Origins.welcome(
                    origin, HostOfRequest.now(), channel().settings().allowedOrigins());
        }

        @Override
        public <T> T getEndpointInstance(Class<T> endpoint) {
            return endpoint.cast(new ChatEndpoint(channel()));
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        channels.close();
    }
}
