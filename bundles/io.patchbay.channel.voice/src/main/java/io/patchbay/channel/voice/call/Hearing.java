// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.queue.WaitEstimate;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.prompt.Phrases;
import io.patchbay.media.Leg;
import io.patchbay.media.Playlist;
import java.util.Optional;

/**
 * What a caller hears besides his agent: greeting, recording notice, music and his place while he waits, the agent's
 * number. An agent who is quick cuts the greeting short, never the notice. On the call's lane only.
 */
final class Hearing {
    private enum Stage {
        GREETING,
        NOTICE,
        MUSIC,
        STAFF_NUMBER,
        AGENT,
        HELD,
        RATING,
        FAREWELL
    }

    private final Leg caller;
    private final Phrases phrases;
    private final DialledNumber number;
    private volatile Stage stage = Stage.GREETING;
    private Optional<Playlist> saying = Optional.empty();
    private Optional<String> agent = Optional.empty();
    private boolean noticed;
    private boolean callback;
    private boolean held;
    private int position;
    private Optional<WaitEstimate> wait = Optional.empty();
    private Runnable goodbye = () -> {};

    Hearing(Leg caller, Phrases phrases, DialledNumber number) {
        this.caller = caller;
        this.phrases = phrases;
        this.number = number;
    }

    /** As another instance told of it: what he hears goes on; words that must be heard are said anew. */
    void takesUp(Facts facts) {
        agent = facts.find("agent", String.class);
        noticed = facts.is("noticed");
        callback = facts.is("callback");
        held = facts.is("held");
        stage = Stage.valueOf(facts.text("stage"));
        if (stage == Stage.GREETING) {
            begin();
        } else if (stage == Stage.NOTICE) {
            afterGreeting();
        } else if (stage == Stage.STAFF_NUMBER) {
            stage = Stage.AGENT; // it is said to its end
        }
    }

    /** What another instance must know of it. */
    void tell(Facts facts) {
        facts.put("noticed", noticed)
                .put("callback", callback)
                .put("held", held)
                .put("stage", stage.name());
        agent.ifPresent(extension -> facts.put("agent", extension));
    }

    /** There is no time for a last word. */
    void hurries() {
        if (stage == Stage.FAREWELL) {
            goodbye.run();
        }
    }

    /** The call was answered. */
    void begin() {
        Optional<Playlist> greeting = phrases.greeting(number.greeting());
        if (greeting.isPresent()) {
            say(greeting.get());
        } else {
            afterGreeting();
        }
    }

    private void afterGreeting() {
        Optional<Playlist> notice = number.rules().notice() && !noticed ? phrases.notice() : Optional.empty();
        if (notice.isPresent()) {
            stage = Stage.NOTICE;
            say(notice.get());
        } else {
            afterNotice();
        }
    }

    private void afterNotice() {
        noticed = true;
        if (agent.isPresent()) {
            announce(agent.get());
        } else {
            stage = Stage.MUSIC;
            say(callback ? phrases.callbackOffer() : phrases.music());
        }
    }

    private void announce(String extension) {
        Optional<Playlist> who = number.rules().staffNumber() ? phrases.staffNumber(extension) : Optional.empty();
        if (who.isPresent()) {
            stage = Stage.STAFF_NUMBER;
            say(who.get());
        } else {
            hearsAgent();
        }
    }

    private void say(Playlist list) {
        saying = Optional.of(list);
        caller.play(list);
    }

    private void hearsAgent() {
        if (held) {
            stage = Stage.HELD;
            say(phrases.music());
        } else {
            stage = Stage.AGENT;
            caller.stopPlaying();
        }
    }

    /** His agent holds him, or is back; what is being said to him is said to its end. */
    void held(boolean now) {
        if (held != now) {
            held = now;
            if (stage == Stage.AGENT || stage == Stage.HELD) {
                hearsAgent();
            }
        }
    }

    /** Whether greeting or notice are being said. */
    boolean opening() {
        return stage == Stage.GREETING || stage == Stage.NOTICE;
    }

    /** Something was said to its end; word of what was cut meanwhile may still come, and counts for nothing. */
    void played(Playlist list) {
        if (!saying.equals(Optional.of(list))) {
            return;
        }
        switch (stage) {
            case GREETING -> afterGreeting();
            case NOTICE -> afterNotice();
            case STAFF_NUMBER -> hearsAgent();
            case FAREWELL -> goodbye.run();
            case MUSIC, AGENT, HELD, RATING -> {}
        }
    }

    /** His place changed. */
    void position(int now, WaitEstimate estimate) {
        position = now;
        wait = Optional.of(estimate);
    }

    /** It is time to tell his place, if it is worth telling. */
    void tellPosition() {
        if (stage == Stage.MUSIC && position > 0) {
            say(phrases.position(position, wait, callback));
        }
    }

    /** From now on he may ask to be called back. */
    void callbackOffered() {
        callback = true;
        if (stage == Stage.MUSIC) {
            say(phrases.callbackOffer());
        }
    }

    void callbackRefused() {
        callback = false;
        if (stage == Stage.MUSIC) {
            say(phrases.callbackRefused());
        }
    }

    /** He is connected with an agent. */
    void connected(String extension) {
        agent = Optional.of(extension);
        if (stage == Stage.GREETING) {
            afterGreeting();
        } else if (stage == Stage.MUSIC) {
            announce(extension);
        }
    }

    /** He is asked, and then it is quiet until he presses a key. */
    void asks(String prompt) {
        stage = Stage.RATING;
        phrases.greeting(prompt).ifPresentOrElse(this::say, caller::stopPlaying);
    }

    /** He is turned away: he hears why, and then it is over. */
    void farewell(String prompt, Runnable end) {
        stage = Stage.FAREWELL;
        goodbye = end;
        phrases.greeting(prompt).ifPresentOrElse(this::say, end);
    }

    /** He waits again because his agent was lost or gave him on. */
    void again() {
        agent = Optional.empty();
        held = false;
        if (!opening()) {
            stage = Stage.MUSIC;
            say(phrases.again());
        }
    }
}
