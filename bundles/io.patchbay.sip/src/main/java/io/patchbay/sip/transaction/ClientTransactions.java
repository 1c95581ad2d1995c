// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.transaction;

import io.patchbay.sip.edge.Response;
import io.patchbay.sip.wire.Outlet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The client transactions in use. */
public final class ClientTransactions {
    private final Map<String, ClientTransaction> transactions = new ConcurrentHashMap<>();
    private final Lanes lanes;
    private final Outlet outlet;
    private final Timers timers;

    /** None in use. */
    public ClientTransactions(Lanes lanes, Outlet outlet, Timers timers) {
        this.lanes = lanes;
        this.outlet = outlet;
        this.timers = timers;
    }

    /** Sends a request. On the lane of its call. */
    public ClientTransaction send(ClientRequest request, byte[] message, ClientTransaction.User user) {
        String key = request.branch() + "|" + request.method();
        ClientTransaction transaction = new ClientTransaction(
                request, message, user, lanes.of(request.callId()), outlet, timers, () -> transactions.remove(key));
        transactions.put(key, transaction);
        transaction.start();
        return transaction;
    }

    /** Hands an answer to its request; one that nobody waits for is dropped. Any thread. */
    public boolean received(Response response) {
        ClientTransaction transaction = transactions.get(response.transactionKey());
        if (transaction != null) {
            lanes.of(response.callId()).run(() -> transaction.received(response));
        }
        return transaction != null;
    }

    /** How many. */
    public int size() {
        return transactions.size();
    }
}
