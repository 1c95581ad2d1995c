// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.line;

import io.patchbay.media.NoPortLeftException;
import io.patchbay.media.Playlist;
import io.patchbay.sip.call.CallListener;
import io.patchbay.sip.call.IncomingCall;
import io.patchbay.sip.call.SipCall;
import io.patchbay.sip.sdp.UnacceptableSdp;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** An agent's telephone: rings, answers by itself when it is told to (Alert-Info, answer-after), and speaks. */
public final class DeskPhone {
    private final Exchange exchange;
    private final Supplier<Playlist> words;
    private final Set<SipCall> calls = ConcurrentHashMap.newKeySet();

    /** {@code words} gives what it says, asked when it has answered. */
    public DeskPhone(Exchange exchange, Supplier<Playlist> words) {
        this.exchange = exchange;
        this.words = words;
    }

    CallListener rings(IncomingCall call) {
        boolean answers = call.headers()
                .first("Alert-Info")
                .filter(info -> info.toLowerCase(Locale.ROOT).contains("answer-after=0"))
                .isPresent();
        if (!answers) {
            call.ringing();
            return new CallListener() {};
        }
        try {
            Talk talk = new Talk(exchange.media());
            call.answer(talk.answer(call.offer()));
            calls.add(call);
            return new Conversation(call, talk);
        } catch (NoPortLeftException | UnacceptableSdp e) {
            call.refuse(488, "", OptionalInt.empty());
            return new CallListener() {};
        }
    }

    void hangUp() {
        calls.forEach(call -> call.bye(""));
    }

    private final class Conversation implements CallListener {
        private final IncomingCall call;
        private final Talk talk;

        Conversation(IncomingCall call, Talk talk) {
            this.call = call;
            this.talk = talk;
        }

        @Override
        public void confirmed(String sdp) {
            talk.say(words.get(), () -> {});
        }

        @Override
        public void cancelled() {
            ended("");
        }

        @Override
        public void ended(String cause) {
            calls.remove(call);
            talk.close();
        }
    }
}
