// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.sip.flow.Flow;
import io.patchbay.sip.flow.FlowSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A page's phone on a WebSocket without the socket: what it says and what it is told. */
final class Socket7118 implements FlowSocket {
    final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    final Flow flow;
    private final String call;
    private volatile boolean deaf;

    Socket7118(SipNode node, String host, String call) {
        this.call = call;
        flow = node.flow(host, 40_000, false, this).orElseThrow();
    }

    @Override
    public boolean send(byte[] message) {
        return !deaf && told.add(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public void close(Why why) {
        told.add("closed " + why);
    }

    String next() throws InterruptedException {
        String message = told.poll(10, TimeUnit.SECONDS);
        assertThat(message).as("what the phone is told").isNotNull();
        return message;
    }

    void says(String message) {
        flow.arrived(message.getBytes(StandardCharsets.UTF_8));
    }

    /** Its network is gone, and the web container notices. */
    void breaks() {
        deaf = true;
        flow.closed();
    }

    void registers(int cseq, int seconds) {
        says(request(
                "REGISTER",
                "sip:patchbay",
                "sip:1001@patchbay",
                cseq,
                "Contact: <sip:k3v@m81.invalid;transport=ws>"
                        + ";+sip.ice;reg-id=1;+sip.instance=\"<urn:uuid:0b1>\";expires=" + seconds + "\r\n"
                        + "Supported: path,gruu,outbound\r\n",
                ""));
    }

    void calls(String number) {
        says(request(
                "INVITE",
                "sip:" + number + "@patchbay",
                "sip:" + number + "@patchbay",
                1,
                "Contact: <sip:k3v@m81.invalid;transport=ws;ob>\r\nContent-Type: application/sdp\r\n",
                Rig.SDP));
    }

    String request(String method, String uri, String to, int cseq, String more, String body) {
        return method + " " + uri + " SIP/2.0\r\nVia: SIP/2.0/WS m81.invalid;branch=z9hG4bK" + call + method + cseq
                + ";rport\r\nMax-Forwards: 69\r\nFrom: <sip:1001@patchbay>;tag=f" + call + "\r\nTo: <" + to
                + ">\r\nCall-ID: "
                + call + "\r\nCSeq: " + cseq + " " + method + "\r\n" + more + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    /** Answers a request that it was told. */
    void answers(String request, String status, String more, String body) {
        StringBuilder answer = new StringBuilder("SIP/2.0 " + status + "\r\n");
        for (String line : request.lines().toList()) {
            if (line.matches("(Via|From|Call-ID|CSeq): .*")) {
                answer.append(line).append("\r\n");
            } else if (line.startsWith("To: ")) {
                answer.append(line).append(line.contains(";tag=") ? "\r\n" : ";tag=t" + call + "\r\n");
            }
        }
        says(answer + more + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }
}
