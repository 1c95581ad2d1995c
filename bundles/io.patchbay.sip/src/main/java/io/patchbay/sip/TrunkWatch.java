// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import io.patchbay.sip.edge.Ids;
import io.patchbay.sip.edge.OurAddress;
import io.patchbay.sip.edge.Response;
import io.patchbay.sip.transaction.ClientRequest;
import io.patchbay.sip.transaction.ClientTransaction;
import io.patchbay.sip.transaction.ClientTransactions;
import io.patchbay.sip.transaction.Lane;
import java.util.List;

/** Asks a far end by OPTIONS whether it is there, again and again. Belongs to the lane of its Call-ID. */
final class TrunkWatch implements Watch, ClientTransaction.User {
    /** What it said last, or that it has said nothing yet. */
    private enum Word {
        NONE,
        THERE,
        AWAY
    }

    private final WatchSettings settings;
    private final WatchListener listener;
    private final OurAddress us;
    private final ClientTransactions clients;
    private final Lane lane;
    private final String callId;
    private final String tag = Ids.tag();
    private long cseq;
    private Word word = Word.NONE;
    private boolean closed;
    private ClientTransaction asked;
    private Lane.Pending next = Lane.Pending.NONE;

    TrunkWatch(
            String callId,
            WatchSettings settings,
            WatchListener listener,
            OurAddress us,
            ClientTransactions clients,
            Lane lane) {
        this.callId = callId;
        this.settings = settings;
        this.listener = listener;
        this.us = us;
        this.clients = clients;
        this.lane = lane;
    }

    void start() {
        lane.run(this::ask);
    }

    private void ask() {
        cseq++;
        String host = settings.peer().host() + ":" + settings.peer().port();
        ClientRequest options = ClientRequest.of(
                us,
                "OPTIONS",
                "sip:" + host,
                List.of(),
                "<sip:" + us.host() + ">;tag=" + tag,
                "<sip:" + host + ">",
                callId,
                cseq,
                settings.peer());
        next = lane.after(settings.within().toMillis(), () -> {
            asked.abandon();
            away(408);
        });
        asked = clients.send(
                options, options.text().line("Accept", "application/sdp").bytes(), this);
    }

    @Override
    public void answered(Response response) {
        if (response.status() == 503) {
            away(503);
        } else if (response.status() >= 200) {
            said(Word.THERE, 0);
        }
    }

    @Override
    public void failed(int status) {
        away(status);
    }

    private void away(int status) {
        said(Word.AWAY, status);
    }

    private void said(Word now, int status) {
        next.cancel();
        if (closed) {
            return;
        }
        next = lane.after(settings.every().toMillis(), this::ask);
        if (now != word) {
            word = now;
            if (now == Word.THERE) {
                listener.there();
            } else {
                listener.away(status);
            }
        }
    }

    @Override
    public void close() {
        lane.run(() -> {
            closed = true;
            next.cancel();
        });
    }
}
