// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.door;

import io.patchbay.sip.admission.Admission;
import io.patchbay.sip.admission.Arrived;
import io.patchbay.sip.admission.Verdict;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Who gets any state at all: trunks by their address for the numbers they may deliver, phones by their password for
 * numbers of ours, and nobody for a foreign number. Called on receiving threads; looks into memory only.
 */
public final class VoiceAdmission implements Admission {
    private static final OptionalInt RETRY = OptionalInt.of(30);

    private final Supplier<Collection<Trunk>> trunks;
    private final Admission phones;
    private final Predicate<String> account;
    private final Predicate<String> ours;
    private final BooleanSupplier draining;

    /**
     * Makes the door.
     *
     * @param trunks the trunks there are
     * @param phones challenges phones; its party is the extension
     * @param account whether there is a phone of that extension
     * @param ours whether a number is one of ours
     * @param draining whether new calls are turned away for now
     */
    public VoiceAdmission(
            Supplier<Collection<Trunk>> trunks,
            Admission phones,
            Predicate<String> account,
            Predicate<String> ours,
            BooleanSupplier draining) {
        this.trunks = trunks;
        this.phones = phones;
        this.account = account;
        this.ours = ours;
        this.draining = draining;
    }

    @Override
    public Verdict weigh(Arrived request) {
        return switch (request.method()) {
            case "INVITE" -> invite(request);
            case "OPTIONS" -> new Verdict.Admit(new Party.OfPhone(""));
            default -> phones.weigh(request);
        };
    }

    private Verdict invite(Arrived request) {
        boolean claimsPhone = request.authorization().isPresent()
                || account.test(request.from().user());
        if (!claimsPhone && !request.source().transport().socket()) { // no carrier comes by a WebSocket
            for (Trunk trunk : trunks.get()) {
                if (trunk.settings().comesFrom(request.source().host())) {
                    return byTrunk(trunk, request.requestUri().user());
                }
            }
        }
        Verdict verdict = phones.weigh(request);
        if (!(verdict instanceof Verdict.Admit admitted)) {
            return verdict;
        } else if (draining.getAsBoolean()) {
            return drained();
        }
        return ours.test(request.requestUri().user())
                ? new Verdict.Admit(new Party.OfPhone((String) admitted.party()))
                : Verdict.Refuse.with(403);
    }

    private Verdict byTrunk(Trunk trunk, String dialled) {
        if (!trunk.settings().delivers(dialled) || !ours.test(dialled)) {
            return Verdict.Refuse.with(404);
        } else if (draining.getAsBoolean()) {
            return drained();
        } else if (trunk.full()) {
            return new Verdict.Refuse(503, "All lines of this trunk are busy", RETRY);
        }
        return new Verdict.Admit(new Party.OfTrunk(trunk));
    }

    private static Verdict drained() {
        return new Verdict.Refuse(503, "Going out of service", RETRY);
    }
}
