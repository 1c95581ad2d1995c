// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.call;

import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.message.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that the dialog of an answered call is made of (RFC 3261, 12), so that another node may go on with it:
 * {@code SipNode.resume}.
 *
 * @param callId Call-ID
 * @param localTag our tag
 * @param remoteTag the far end's tag; may be empty
 * @param local our From, with its tag, as on the wire
 * @param remote the far end's To, with its tag, as on the wire
 * @param routes the route set, in the order of Route headers
 * @param flow where the far end's signalling was seen
 * @param target the remote target
 * @param localSeq the latest sequence number of ours
 * @param remoteSeq the latest of theirs; -1 if they sent no request yet
 * @param far whom the call names as its other side
 * @param timer the session timer that was agreed
 */
public record KeptDialog(
        String callId,
        String localTag,
        String remoteTag,
        String local,
        String remote,
        List<String> routes,
        Peer flow,
        String target,
        long localSeq,
        long remoteSeq,
        SipParty far,
        Timer timer) {

    /**
     * A session timer (RFC 4028).
     *
     * @param seconds its interval; 0 for none
     * @param ours whether we are to refresh
     */
    public record Timer(int seconds, boolean ours) {
        /** No session timer. */
        public static final Timer NONE = new Timer(0, false);
    }

    /** Copies the routes. */
    public KeptDialog {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(localTag, "localTag");
        Objects.requireNonNull(remoteTag, "remoteTag");
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(remote, "remote");
        routes = List.copyOf(routes);
        Objects.requireNonNull(flow, "flow");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(far, "far");
        Objects.requireNonNull(timer, "timer");
    }

    /**
     * What tells it from all others of a node.
     *
     * @return the same as long as the call lasts
     */
    public String id() {
        return localTag + " " + callId;
    }

    /**
     * It as text, to be kept.
     *
     * @return lines of a name and a value
     */
    public String text() {
        StringBuilder text = new StringBuilder(400);
        line(text, "call", callId);
        line(text, "local-tag", localTag);
        line(text, "remote-tag", remoteTag);
        line(text, "local", local);
        line(text, "remote", remote);
        routes.forEach(route -> line(text, "route", route));
        line(text, "flow", flow.transport() + " " + flow.port() + " " + flow.host());
        line(text, "target", target);
        line(text, "local-seq", Long.toString(localSeq));
        line(text, "remote-seq", Long.toString(remoteSeq));
        line(text, "far-display", far.display());
        line(text, "far-user", far.user());
        line(text, "far-host", far.host());
        line(text, "timer", timer.seconds() + " " + timer.ours());
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name)
                .append(' ')
                .append(value.replace('\r', ' ').replace('\n', ' '))
                .append('\n');
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param text the lines
     * @return the dialog
     * @throws IllegalArgumentException if it is no such text
     */
    public static KeptDialog read(String text) {
        Map<String, String> values = new HashMap<>();
        List<String> routes = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String[] parts = line.split(" ", 2);
            if (parts[0].equals("route")) {
                routes.add(parts[1]);
            } else if (parts.length == 2) {
                values.put(parts[0], parts[1]);
            }
        }
        String[] flow = value(values, "flow").split(" ", 3);
        String[] timer = value(values, "timer").split(" ", 2);
        if (flow.length < 3 || timer.length < 2) {
            throw new IllegalArgumentException("no kept dialog: " + text.length() + " characters");
        }
        return new KeptDialog(
                value(values, "call"),
                value(values, "local-tag"),
                value(values, "remote-tag"),
                value(values, "local"),
                value(values, "remote"),
                routes,
                new Peer(flow[2], Integer.parseInt(flow[1]), Transport.valueOf(flow[0])),
                value(values, "target"),
                Long.parseLong(value(values, "local-seq")),
                Long.parseLong(value(values, "remote-seq")),
                new SipParty(value(values, "far-display"), value(values, "far-user"), value(values, "far-host")),
                new Timer(Integer.parseInt(timer[0]), Boolean.parseBoolean(timer[1])));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a kept dialog has \"" + name + "\"");
        }
        return value;
    }
}
