// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.IncomingCall;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.call.SipCall;
import io.patchbay.sip.digest.Login;
import io.patchbay.sip.message.SipParty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays a dialog byte by byte. {@code ==>} sends what follows, {@code <==} wants exactly what follows, {@code !! word}
 * does something at the node, {@code ?? text} waits until a listener heard it. {@code {name}} is bound by its first
 * match, {@code {*}} is anything on the line, {@code {length}} the length of the body. Repetitions are skipped unless
 * {@code <== again} asks for one.
 */
final class Script {
    private static final Pattern HOLE = Pattern.compile("\\{([a-z0-9]+|\\*)}");

    private final Rig rig;
    private final Phone phone;
    private final Map<String, String> bound = new HashMap<>();
    private final List<String> seen = new ArrayList<>();
    private Optional<IncomingCall> incoming = Optional.empty();
    private Optional<OutgoingCall> outgoing = Optional.empty();
    private Optional<SipCall> resumed = Optional.empty();

    Script(Rig rig, Phone phone, String transport) {
        this.rig = rig;
        this.phone = phone;
        bound.put("node", "127.0.0.1:" + rig.port);
        bound.put("me", "127.0.0.1:" + phone.port());
        bound.put("port", Integer.toString(phone.port()));
        bound.put("transport", transport);
    }

    void play(String text) throws Exception {
        for (String block : text.split("(?m)^(?=(?:==>|<==|!!|\\?\\?))", -1)) {
            String head = block.lines().findFirst().orElse("");
            String rest = block.substring(Math.min(block.length(), head.length() + 1));
            if (head.startsWith("==>")) {
                phone.send(filled(rest));
            } else if (head.startsWith("<==")) {
                expect(rest, head.endsWith("again"));
            } else if (head.startsWith("!!")) {
                act(head.substring(2).strip());
            } else if (head.startsWith("??")) {
                assertThat(rig.next().strip()).isEqualTo(head.substring(2).strip());
            }
        }
    }

    private String filled(String block) {
        String[] parts = wire(block).split("\r\n\r\n", 2);
        Map<String, String> values = new HashMap<>(bound);
        values.put("length", Integer.toString(parts[1].length()));
        Matcher hole = HOLE.matcher(parts[0] + "\r\n\r\n" + parts[1]);
        return hole.replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
    }

    /** Ends lines as SIP does, and a message without a body with its empty line. */
    private static String wire(String block) {
        String text = block.stripTrailing().replace("\n", "\r\n") + "\r\n";
        return text.contains("\r\n\r\n") ? text : text + "\r\n";
    }

    private void expect(String block, boolean again) throws IOException {
        String message;
        do {
            message =
                    phone.receive(10_000).orElseThrow(() -> new AssertionError("nothing came, but should:\n" + block));
        } while (seen.contains(message) && !again);
        seen.add(message);
        String pattern = pattern(wire(block));
        Matcher matcher = Pattern.compile(pattern).matcher(message);
        assertThat(message).matches(pattern);
        assertThat(matcher.matches()).isTrue();
        Matcher hole = HOLE.matcher(block);
        while (hole.find()) {
            String name = hole.group(1);
            if (!name.equals("*") && !bound.containsKey(name)) {
                bound.put(name, matcher.group(name));
            }
        }
    }

    private String pattern(String block) {
        StringBuilder pattern = new StringBuilder();
        Matcher hole = HOLE.matcher(block);
        int from = 0;
        while (hole.find()) {
            String name = hole.group(1);
            pattern.append(Pattern.quote(block.substring(from, hole.start())));
            if (name.equals("*")) {
                pattern.append("[^\\r\\n]*");
            } else if (bound.containsKey(name)) {
                pattern.append(Pattern.quote(bound.get(name)));
            } else {
                pattern.append(
                        pattern.indexOf("(?<" + name + ">") < 0 ? "(?<" + name + ">[^\\s;>\"]+)" : "\\k<" + name + ">");
            }
            from = hole.end();
        }
        return pattern.append(Pattern.quote(block.substring(from))).toString();
    }

    private void act(String words) throws InterruptedException {
        String[] word = words.split(" ", 2);
        switch (word[0]) {
            case "take" -> incoming = Optional.of(rig.call());
            case "ringing" -> incoming.orElseThrow().ringing();
            case "progress" -> incoming.orElseThrow().progress(Rig.SDP);
            case "answer" -> incoming.orElseThrow().answer(Rig.SDP);
            case "refuse" -> incoming.orElseThrow().refuse(Integer.parseInt(word[1]), "", OptionalInt.of(7));
            case "bye" -> incoming.orElseThrow().bye("SIP;cause=200");
            case "call" -> outgoing = Optional.of(rig.node.call(wish(), rig.listener()));
            case "cancel" -> outgoing.orElseThrow().cancel("");
            case "talk" -> outgoing.orElseThrow().talk();
            case "restart" -> resumed = Optional.of(rig.restart());
            case "end" -> resumed.orElseThrow().bye("SIP;cause=200");
            case "hangup" -> outgoing.orElseThrow().bye("");
            default -> throw new IllegalArgumentException(words);
        }
    }

    private CallRequest wish() {
        String transport = bound.get("transport");
        String target = "sip:1001@" + bound.get("me") + (transport.equals("UDP") ? "" : ";transport=tcp");
        return CallRequest.of(
                        target, new SipParty("Patch \"Bay\"", "95500", ""), SipParty.of("1001", "127.0.0.1"), Rig.SDP)
                .with("Alert-Info", "<http://127.0.0.1>;answer-after=0")
                .as(new Login("trunk", "secret", "127.0.0.1", Optional.of("there")));
    }
}
