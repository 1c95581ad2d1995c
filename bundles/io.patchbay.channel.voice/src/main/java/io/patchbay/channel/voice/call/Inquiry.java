// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.id.CustomerId;
import io.patchbay.spi.verification.Verifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The keys of one verification: {@code #} ends them, {@code *} begins anew. On the call's lane only. */
final class Inquiry {
    private final Verifications verifications;
    private final Verifier verifier;
    private final CustomerId customer;
    private final char[] digits;
    private int count;
    private boolean checking;

    Inquiry(Verifications verifications, Verifier verifier, CustomerId customer) {
        this.verifications = verifications;
        this.verifier = verifier;
        this.customer = customer;
        this.digits = new char[Math.max(1, Math.min(32, verifier.digits()))];
    }

    String method() {
        return verifier.method();
    }

    int count() {
        return count;
    }

    /** Takes a key; what will be found, if that was the last one. */
    Optional<CompletableFuture<Verifications.Verdict>> key(char key) {
        if (checking) {
            return Optional.empty();
        }
        if (key == '*') {
            again();
        } else if (key >= '0' && key <= '9') {
            digits[count++] = key;
        }
        return count == digits.length || (key == '#' && count > 0) ? Optional.of(check()) : Optional.empty();
    }

    private CompletableFuture<Verifications.Verdict> check() {
        checking = true;
        return verifications.check(verifier, customer, Arrays.copyOf(digits, count));
    }

    /** One more try. */
    void again() {
        checking = false;
        forget();
    }

    void forget() {
        Arrays.fill(digits, '0');
        count = 0;
    }
}
