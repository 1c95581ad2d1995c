// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.socket;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/**
 * {@code /sip/ws}: weighs the handshake before anything is kept of it, and gives nothing else out. The bridge from the
 * web container's objects to the component.
 */
public final class SipSocketServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String BUNDLE = "osgi-bundlecontext";
    private static final String PATH = "/ws";
    private static final int RETRY_SECONDS = 5;

    private transient ServiceTracker<SocketDoor, SocketDoor> doors;

    /** Made by the container. */
    public SipSocketServlet() {}

    @Override
    public void init() {
        doors = new ServiceTracker<>((BundleContext) getServletContext().getAttribute(BUNDLE), SocketDoor.class, null);
        doors.open();
    }

    @Override
    public void destroy() {
        doors.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!request.getRequestURI().equals(request.getContextPath() + PATH)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        SocketDoor door = doors.getService();
        if (door == null || !door.isOpen()) {
            response.setIntHeader("Retry-After", RETRY_SECONDS);
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The telephone is out of service.");
            return;
        }
        Optional<Knock.Turned> turned = knock(request).turned(door.allowedOrigins());
        if (turned.isPresent()) {
            door.tally().count(turned.get().reason());
            if (turned.get().status() == 426) {
                response.setHeader("Upgrade", "websocket");
            }
            answer(response, turned.get().status(), turned.get().words());
        } else {
            upgrade(request, response, door);
        }
    }

    private static Knock knock(HttpServletRequest request) {
        return new Knock(
                request.getMethod().equals("GET") && "websocket".equalsIgnoreCase(request.getHeader("Upgrade")),
                Optional.ofNullable(request.getHeader("Origin")),
                Optional.ofNullable(request.getHeader("Host")),
                Collections.list(request.getHeaders("Sec-WebSocket-Protocol")));
    }

    private static void answer(HttpServletResponse response, int status, String words) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(words);
    }

    private void upgrade(HttpServletRequest request, HttpServletResponse response, SocketDoor door)
            throws ServletException, IOException {
        SipEndpoint endpoint =
                new SipEndpoint(door, digits(request.getRemoteAddr()), request.getRemotePort(), request.isSecure());
        ServerEndpointConfig config = ServerEndpointConfig.Builder.create(SipEndpoint.class, PATH)
                .subprotocols(List.of(Knock.SIP))
                .configurator(new Given(endpoint))
                .build();
        ServerContainer sockets = (ServerContainer) getServletContext().getAttribute(ServerContainer.class.getName());
        try {
            sockets.upgradeHttpToWebSocket(request, response, config, Map.of());
        } catch (DeploymentException e) {
            throw new ServletException("the WebSocket cannot be opened", e);
        }
    }

    /** As the socket's other end is written elsewhere: IPv6 without brackets and zone. */
    private static String digits(String address) {
        return address.replaceAll("^\\[|]$|%.*$", "");
    }

    /** Gives the container the endpoint that knows who asked. */
    private static final class Given extends ServerEndpointConfig.Configurator {
        private final SipEndpoint endpoint;

        Given(SipEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        /** It was weighed before. */
        @Override
        public boolean checkOrigin(String origin) {
            return true;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(endpoint);
        }
    }
}
