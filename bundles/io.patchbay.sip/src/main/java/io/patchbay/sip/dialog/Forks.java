// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.edge.Response;
import io.patchbay.sip.transaction.ClientRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * The dialogs that one INVITE of ours made: a proxy may ring several phones (RFC 3261, 13.2.2.4). Belongs to the lane
 * of its leg.
 */
final class Forks {
    /** A proxy that rings more than that has lost its way. */
    private static final int MOST = 32;

    private final LegContext context;
    private final String localTag;
    private final Map<String, Dialog> early = new HashMap<>();
    private final Map<String, Acknowledged> acknowledged = new HashMap<>();
    private String chosen = "";

    private record Acknowledged(Dialog dialog, ClientRequest ack) {}

    Forks(LegContext context, String localTag) {
        this.context = context;
        this.localTag = localTag;
    }

    /** A provisional answer; with a tag it makes an early dialog. */
    void rings(ClientRequest invite, Response response) {
        String tag = response.to().tag();
        if (!tag.isEmpty() && early.size() < MOST) {
            early.computeIfAbsent(tag, unknown -> Dialog.calling(invite, localTag, response));
        }
    }

    /** Whether this 2xx came before; then its ACK goes out again. */
    boolean repeated(Response response) {
        Acknowledged known = acknowledged.get(response.to().tag());
        if (known == null) {
            return acknowledged.size() >= MOST;
        }
        send(known.ack());
        return true;
    }

    /** A new 2xx: sends its ACK. The first of them is the chosen one. */
    Dialog accept(ClientRequest invite, Response response) {
        String tag = response.to().tag();
        Dialog dialog = Dialog.calling(invite, localTag, response);
        ClientRequest ack = dialog.ack(invite.cseq(), context.us());
        acknowledged.put(tag, new Acknowledged(dialog, ack));
        send(ack);
        if (acknowledged.size() == 1) {
            chosen = tag;
        }
        return dialog;
    }

    private void send(ClientRequest ack) {
        context.outlet().send(ack.text().bytes(), ack.hop(), () -> {});
    }

    /** Ends a dialog that nobody wants. */
    void end(Dialog dialog) {
        ClientRequest bye = dialog.next("BYE", context.us());
        context.clients().send(bye, bye.text().bytes(), Unheeded.ANSWER);
    }

    /** Asks every phone that rings to answer. */
    void talk() {
        for (Dialog dialog : early.values()) {
            ClientRequest notify = dialog.next("NOTIFY", context.us());
            byte[] message = notify.text()
                    .line("Event", "talk")
                    .line("Subscription-State", "active")
                    .line("Contact", context.us().contact(notify.hop().transport(), ""))
                    .bytes();
            context.clients().send(notify, message, Unheeded.ANSWER);
        }
    }

    boolean knows(String tag) {
        return early.containsKey(tag);
    }

    boolean isChosen(String tag) {
        return chosen.equals(tag);
    }
}
