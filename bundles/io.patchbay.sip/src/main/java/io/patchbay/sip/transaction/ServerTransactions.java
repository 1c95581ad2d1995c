// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.transaction;

import io.patchbay.sip.edge.Request;
import io.patchbay.sip.wire.Outlet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The server transactions in use. Any thread. */
public final class ServerTransactions {
    private final Map<String, ServerTransaction> transactions = new ConcurrentHashMap<>();
    private final Map<String, String> keysOfInvites = new ConcurrentHashMap<>();
    private final Lanes lanes;
    private final Outlet outlet;
    private final Timers timers;

    /** None in use. */
    public ServerTransactions(Lanes lanes, Outlet outlet, Timers timers) {
        this.lanes = lanes;
        this.outlet = outlet;
        this.timers = timers;
    }

    /** The transaction of a request: of an ACK or CANCEL that of its INVITE. */
    public Optional<ServerTransaction> of(Request request) {
        return Optional.ofNullable(transactions.get(request.transactionKey()));
    }

    /** Whether the same INVITE is being handled under another branch (RFC 3261, 8.2.2.2). */
    public boolean merged(Request request) {
        return keysOfInvites.containsKey(request.mergeKey());
    }

    /** Begins one for an admitted request. */
    public ServerTransaction begin(Request request) {
        String merge = request.method().equals("INVITE") ? request.mergeKey() : "";
        String key = request.transactionKey();
        ServerTransaction transaction =
                new ServerTransaction(request, lanes.of(request.callId()), outlet, timers, () -> end(key, merge));
        transactions.put(key, transaction);
        if (!merge.isEmpty()) {
            keysOfInvites.put(merge, key);
        }
        return transaction;
    }

    private void end(String key, String merge) {
        transactions.remove(key);
        keysOfInvites.remove(merge, key);
    }

    /** How many. */
    public int size() {
        return transactions.size();
    }
}
