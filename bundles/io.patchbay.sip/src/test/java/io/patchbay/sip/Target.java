// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.digest.DigestAlgorithm;
import io.patchbay.sip.digest.DigestGate;
import io.patchbay.sip.digest.Ha1;
import io.patchbay.sip.registrar.PhoneGate;
import io.patchbay.sip.registrar.Registrar;
import io.patchbay.sip.registrar.RegistrarSettings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** A node that knows one phone, 1001, and limits no source: the worst case of a flood from a trusted address. */
final class Target {
    private Target() {}

    static SipNode node(int port) {
        DigestGate gate = new DigestGate(
                "patchbay",
                (user, realm, algorithm) ->
                        user.equals("1001") ? Optional.of(Ha1.of(user, realm, "secret", algorithm)) : Optional.empty(),
                InstantSource.system());
        SipSettings usual = SipSettings.on("127.0.0.1", port);
        return new SipNode(
                new SipSettings(usual.bind(), port, usual.advertise(), usual.tls(), usual.limits(), source -> true),
                new PhoneGate(gate, user -> DigestAlgorithm.MD5),
                call -> new CallListener() {},
                new Registrar(RegistrarSettings.usual(), InstantSource.system(), (user, bindings) -> {}));
    }

    /** Runs until its input ends, then prints the figures and the heap in use. */
    public static void main(String[] args) throws IOException {
        try (SipNode node = node(Integer.parseInt(args[0]))) {
            System.out.println("ready");
            while (System.in.read() >= 0) {
                Runtime runtime = Runtime.getRuntime();
                System.gc();
                System.out.println(node.figures() + " heapBytes=" + (runtime.totalMemory() - runtime.freeMemory()));
            }
        }
    }
}
