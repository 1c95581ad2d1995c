// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import io.patchbay.sip.digest.ClientDigest;
import io.patchbay.sip.edge.Contacts;
import io.patchbay.sip.edge.Grammar;
import io.patchbay.sip.edge.Ids;
import io.patchbay.sip.edge.OurAddress;
import io.patchbay.sip.edge.Phrases;
import io.patchbay.sip.edge.Response;
import io.patchbay.sip.edge.Uris;
import io.patchbay.sip.transaction.ClientRequest;
import io.patchbay.sip.transaction.ClientTransaction;
import io.patchbay.sip.transaction.ClientTransactions;
import io.patchbay.sip.transaction.Lane;
import java.util.List;
import java.util.Optional;

/** Our registration at a trunk (RFC 3261, 10.2). Belongs to the lane of its Call-ID. */
final class TrunkRegistration implements Registration, ClientTransaction.User {
    private static final long FIRST_RETRY_MILLIS = 2_000;
    private static final long LAST_RETRY_MILLIS = 120_000;

    private final RegistrationSettings settings;
    private final RegistrationListener listener;
    private final OurAddress us;
    private final ClientTransactions clients;
    private final Lane lane;
    private final String callId;
    private final String tag = Ids.tag();
    private int wishSeconds;
    private long cseq;
    private boolean challenged;
    private boolean registered;
    private boolean closed;
    private long retryMillis = FIRST_RETRY_MILLIS;
    private Lane.Pending next = Lane.Pending.NONE;

    TrunkRegistration(
            String callId,
            RegistrationSettings settings,
            RegistrationListener listener,
            OurAddress us,
            ClientTransactions clients,
            Lane lane) {
        this.callId = callId;
        this.settings = settings;
        this.listener = listener;
        this.us = us;
        this.clients = clients;
        this.lane = lane;
        wishSeconds = settings.expiresSeconds();
    }

    void start() {
        lane.run(this::begin);
    }

    private void begin() {
        challenged = false;
        send("", "");
    }

    private void send(String name, String authorization) {
        cseq++;
        String user = settings.login().user();
        String record = "<sip:" + user + "@" + settings.domain() + ">";
        ClientRequest request = ClientRequest.of(
                us,
                "REGISTER",
                "sip:" + settings.domain(),
                List.of(),
                record + ";tag=" + tag,
                record,
                callId,
                cseq,
                settings.registrar());
        byte[] message = request.text()
                .line("Contact", us.contact(settings.registrar().transport(), user))
                .line("Expires", Integer.toString(closed ? 0 : wishSeconds))
                .lineIf(!authorization.isEmpty(), name, authorization)
                .bytes();
        clients.send(request, message, this);
    }

    @Override
    public void answered(Response response) {
        int status = response.status();
        if (status < 200 || answeredChallenge(response) || closed) {
            return;
        }
        if (status < 300) {
            held(granted(response));
        } else if (status == 423) {
            long least = Grammar.number(response.headers().first("Min-Expires").orElse(""), Integer.MAX_VALUE);
            boolean longer = least > wishSeconds;
            wishSeconds = longer ? (int) least : wishSeconds;
            lost(status, response.reason(), longer ? 0 : retryMillis);
        } else {
            lost(status, response.reason(), retryMillis);
        }
    }

    @Override
    public void failed(int status) {
        if (!closed) {
            lost(status, Phrases.of(status), retryMillis);
        }
    }

    private boolean answeredChallenge(Response response) {
        boolean proxy = response.status() == 407;
        if (challenged || (response.status() != 401 && !proxy)) {
            return false;
        }
        Optional<String> answer = ClientDigest.answer(
                settings.login(),
                settings.registrar().host(),
                response.headers().all(proxy ? "Proxy-Authenticate" : "WWW-Authenticate"),
                "REGISTER",
                "sip:" + settings.domain());
        challenged = answer.isPresent();
        answer.ifPresent(value -> send(proxy ? "Proxy-Authorization" : "Authorization", value));
        return challenged;
    }

    /** What the registrar granted for our contact. */
    private int granted(Response response) {
        String ours = Uris.within(
                us.contact(settings.registrar().transport(), settings.login().user()));
        String expires = response.headers().all("Contact").stream()
                .filter(contact -> Uris.within(contact).equals(ours))
                .map(contact -> Contacts.parameter(contact, "expires"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .or(() -> response.headers().first("Expires"))
                .orElse("");
        long seconds = Grammar.number(expires, Integer.MAX_VALUE);
        return seconds < 1 ? wishSeconds : (int) seconds;
    }

    private void held(int seconds) {
        retryMillis = FIRST_RETRY_MILLIS;
        next = lane.after(Math.max(1, Math.min(seconds * 4L / 5, seconds - 5L)) * 1_000, this::begin);
        if (!registered) {
            registered = true;
            listener.registered(seconds);
        }
    }

    private void lost(int status, String reason, long againMillis) {
        registered = false;
        next = lane.after(againMillis, this::begin);
        if (againMillis > 0) {
            retryMillis = Math.min(retryMillis * 2, LAST_RETRY_MILLIS);
            listener.failed(status, reason);
        }
    }

    @Override
    public void close() {
        lane.run(() -> {
            if (!closed) {
                closed = true;
                next.cancel();
                begin();
            }
        });
    }
}
