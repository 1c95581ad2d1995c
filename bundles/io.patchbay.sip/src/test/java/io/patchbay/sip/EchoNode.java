// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import io.patchbay.sip.admission.Verdict;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.CallRequest;
import io.patchbay.sip.call.IncomingCall;
import io.patchbay.sip.call.OutgoingCall;
import io.patchbay.sip.message.SipParty;
import io.patchbay.sip.registrar.Registrar;
import io.patchbay.sip.registrar.RegistrarSettings;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** A back-to-back agent on the node, for measurements with sipp: {@code EchoNode port target-uri}. */
final class EchoNode {
    private EchoNode() {}

    public static void main(String[] args) throws InterruptedException {
        SipNode[] node = new SipNode[1];
        Registrar registrar = new Registrar(RegistrarSettings.usual(), InstantSource.system(), (user, bindings) -> {});
        SipSettings settings = SipSettings.on("127.0.0.1", Integer.parseInt(args[0]));
        SipSettings open = new SipSettings(
                settings.bind(),
                settings.port(),
                settings.advertise(),
                settings.tls(),
                settings.limits(),
                source -> true);
        node[0] = new SipNode(
                open, request -> new Verdict.Admit("trunk"), call -> bridge(node[0], call, args[1]), registrar);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println(node[0].figures());
            node[0].close();
        }));
        new CountDownLatch(1).await();
    }

    private static CallListener bridge(SipNode node, IncomingCall in, String target) {
        OutgoingCall out = node.call(
                CallRequest.of(target, SipParty.of(in.remote().user(), ""), in.to(), in.offer()), new CallListener() {
                    @Override
                    public void progress(int status, String sdp) {
                        in.ringing();
                    }

                    @Override
                    public void answered(String sdp) {
                        in.answer(sdp);
                    }

                    @Override
                    public void refused(int status, String reason) {
                        in.refuse(status, reason, OptionalInt.empty());
                    }

                    @Override
                    public void ended(String cause) {
                        in.bye("");
                    }
                });
        return new CallListener() {
            @Override
            public void cancelled() {
                out.cancel("");
            }

            @Override
            public void ended(String cause) {
                out.bye("");
            }
        };
    }
}
