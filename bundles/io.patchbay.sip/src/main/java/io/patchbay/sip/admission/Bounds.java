// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.admission;

import io.patchbay.sip.transaction.Lanes;
import java.util.function.Predicate;

/** How much of everything the gate lets in. */
public final class Bounds {
    private final SourceLimits sources;
    private final Predicate<String> trusted;
    private final int mostTransactions;
    private final Lanes lanes;

    /** Bounds with the share of one source. */
    public Bounds(
            int perSecond, int burst, int mostSources, Predicate<String> trusted, int mostTransactions, Lanes lanes) {
        sources = new SourceLimits(perSecond, burst, mostSources, System::nanoTime);
        this.trusted = trusted;
        this.mostTransactions = mostTransactions;
        this.lanes = lanes;
    }

    SourceLimits.Share share(String host) {
        return trusted.test(host) ? SourceLimits.Share.LOOKED_AT : sources.take(host);
    }

    boolean full(int transactions, String callId) {
        return transactions >= mostTransactions || lanes.crowded(callId);
    }

    /** Running calls may go on after {@link #full}, but not without end. */
    boolean exhausted(int transactions) {
        return transactions >= 2L * mostTransactions;
    }

    /** Forgets quiet sources. Called once a second. */
    public void sweep() {
        sources.sweep();
    }
}
