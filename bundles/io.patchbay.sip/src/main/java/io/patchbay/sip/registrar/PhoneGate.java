// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.registrar;

import io.patchbay.sip.admission.Admission;
import io.patchbay.sip.admission.Arrived;
import io.patchbay.sip.admission.Verdict;
import io.patchbay.sip.digest.DigestAlgorithm;
import io.patchbay.sip.digest.DigestGate;
import java.util.function.Function;

/**
 * Admission of agents' phones: a digest for every REGISTER and INVITE, under the phone's own name only. The party is
 * the user, a String.
 */
public final class PhoneGate implements Admission {
    private final DigestGate gate;
    private final Function<String, DigestAlgorithm> algorithms;

    /**
     * @param gate with the phones' realm
     * @param algorithms the one hash to ask a user for; asked with the user of From, on a receiving thread
     */
    public PhoneGate(DigestGate gate, Function<String, DigestAlgorithm> algorithms) {
        this.gate = gate;
        this.algorithms = algorithms;
    }

    @Override
    public Verdict weigh(Arrived request) {
        if (request.method().equals("OPTIONS")) {
            return new Verdict.Admit(request.source());
        }
        String claimed = request.from().user();
        DigestGate.Outcome outcome = gate.check(request.method(), request.authorization(), algorithms.apply(claimed));
        if (outcome instanceof DigestGate.Outcome.Ask ask) {
            return new Verdict.Challenge(ask.challenge());
        }
        String user = ((DigestGate.Outcome.Known) outcome).user();
        boolean own = user.equals(claimed)
                && (!request.method().equals("REGISTER")
                        || user.equals(request.to().user()));
        return own ? new Verdict.Admit(user) : Verdict.Refuse.with(403);
    }
}
