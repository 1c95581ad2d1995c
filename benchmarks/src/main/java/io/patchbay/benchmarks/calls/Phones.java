// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.calls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The agents' phones: one socket, an account each, registered by digest. They answer at once and, if told so, hang up
 * after a while.
 */
final class Phones implements AutoCloseable {
    static final String SECRET = "benchmark-phone";

    private final Map<String, Integer> lines = new ConcurrentHashMap<>();
    private final Set<String> registered = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> freedAt = new ConcurrentHashMap<>();
    private final Random random = new Random(11);
    private final ScheduledExecutorService timer;
    private final Wire wire;
    private final int sipPort;
    private volatile Samples idle = new Samples();
    private volatile Sound sound;
    private volatile boolean talking;
    private volatile Duration hangUpAfter = Duration.ZERO;

    Phones(List<String> extensions, int sipPort, Sound silent, ScheduledExecutorService timer) throws IOException {
        for (int i = 0; i < extensions.size(); i++) {
            lines.put(extensions.get(i), i);
        }
        this.sipPort = sipPort;
        this.timer = timer;
        sound = silent;
        wire = new Wire("benchmark-phones", sipPort, this::take);
        wire.open();
    }

    /** Asks to register all that are not. */
    void register() {
        lines.keySet().stream().filter(who -> !registered.contains(who)).forEach(who -> register(who, 1, ""));
    }

    int registered() {
        return registered.size();
    }

    /** With sound of their own, or with none. */
    void talk(Sound with, boolean speaks) {
        sound = with;
        talking = speaks;
    }

    /** How long an agent talks on average; zero leaves hanging up to the callers. */
    void hangUpAfter(Duration talk) {
        hangUpAfter = talk;
    }

    /** From now on: how long it is from a phone's BYE, sent or received, to its next INVITE. */
    Samples idle() {
        freedAt.clear();
        idle = new Samples();
        return idle;
    }

    private void register(String who, int cseq, String authorization) {
        wire.send(String.join(
                "\r\n",
                "REGISTER sip:127.0.0.1:" + sipPort + " SIP/2.0",
                "Via: SIP/2.0/UDP 127.0.0.1:" + wire.port() + ";branch=z9hG4bKr" + who + "-" + cseq + ";rport",
                "From: <sip:" + who + "@127.0.0.1>;tag=r" + who,
                "To: <sip:" + who + "@127.0.0.1>",
                "Call-ID: register-" + who + "@benchmark",
                "CSeq: " + cseq + " REGISTER",
                "Contact: <sip:" + who + "@127.0.0.1:" + wire.port() + ">",
                "Expires: 3600",
                "Max-Forwards: 70",
                authorization + "Content-Length: 0",
                "",
                ""));
    }

    private void take(SipMessage message) {
        if (message.isAnswer()) {
            if (message.header("CSeq").endsWith("REGISTER")) {
                answered(message);
            }
            return;
        }
        switch (message.method()) {
            case "INVITE" -> rings(message);
            case "BYE" -> {
                freed(user(message));
                wire.send(message.answer("200 OK", "t", "", ""));
            }
            case "CANCEL" -> wire.send(message.answer("200 OK", "t", "", ""));
            default -> {} // ACK
        }
    }

    private static String user(SipMessage request) {
        String uri = request.first().split(" ", 3)[1];
        return uri.substring("sip:".length(), uri.indexOf('@'));
    }

    private void answered(SipMessage answer) {
        String to = answer.header("To");
        String who = to.substring(to.indexOf(':') + 1, to.indexOf('@'));
        if (answer.status() == 401) {
            register(who, 2, proof(who, answer.header("WWW-Authenticate")));
        } else if (answer.status() == 200) {
            registered.add(who);
        }
    }

    private String proof(String who, String challenge) {
        String nonce = SipMessage.parameter(challenge, "nonce");
        String realm = SipMessage.parameter(challenge, "realm");
        String uri = "sip:127.0.0.1:" + sipPort;
        String response =
                md5(md5(who + ":" + realm + ":" + SECRET) + ":" + nonce + ":00000001:c:auth:" + md5("REGISTER:" + uri));
        return "Authorization: Digest username=\"" + who + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                + "\", uri=\"" + uri + "\", response=\"" + response
                + "\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"c\"\r\n";
    }

    private static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return String.format("%032x", new BigInteger(1, hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rings(SipMessage invite) {
        String who = user(invite);
        Long freed = freedAt.remove(who);
        if (freed != null) {
            idle.add(System.nanoTime() - freed);
        }
        int line = talking ? lines.get(who) : 0;
        if (talking) {
            sound.talk(line, invite.soundPort());
        }
        String contact = "Contact: <sip:" + who + "@127.0.0.1:" + wire.port() + ">\r\n";
        wire.send(invite.answer("200 OK", "p" + who, contact, SipMessage.sdp(sound.port(line))));
        if (!hangUpAfter.isZero()) {
            long talk = hangUpAfter.toMillis();
            long spread = talk / 2 + random.nextLong(talk); // else all agents would be free at the same moment
            var unused = timer.schedule(() -> hangUp(who, invite), spread, TimeUnit.MILLISECONDS);
        }
    }

    private void hangUp(String who, SipMessage invite) {
        freed(who);
        wire.send(String.join(
                "\r\n",
                "BYE " + invite.contact() + " SIP/2.0",
                "Via: SIP/2.0/UDP 127.0.0.1:" + wire.port() + ";branch=z9hG4bKb"
                        + invite.header("Call-ID").hashCode() + ";rport",
                "From: " + invite.header("To") + ";tag=p" + who,
                "To: " + invite.header("From"),
                "Call-ID: " + invite.header("Call-ID"),
                "CSeq: 1 BYE",
                "Max-Forwards: 70",
                "Content-Length: 0",
                "",
                ""));
    }

    private void freed(String who) {
        freedAt.put(who, System.nanoTime());
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
