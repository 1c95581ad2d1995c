// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.WaitEstimate;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.prompt.Phrases;
import io.patchbay.channel.voice.prompt.PromptBook;
import io.patchbay.media.Playlist;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HearingTest {
    private static final WaitEstimate WAIT = new WaitEstimate(60, 180, false);
    private static final DialledNumber.Rules NOTHING_SAID = new DialledNumber.Rules(true, false, false, 0, false);

    @TempDir
    Path nothing;

    private final KeptLeg caller = new KeptLeg();
    private Phrases phrases;
    private Playlist greeting;
    private Playlist notice;
    private Playlist who;
    private Hearing hearing;

    @BeforeEach
    void open() {
        phrases = new Phrases(new PromptBook(nothing, getClass().getClassLoader()::getResource), "en");
        greeting = phrases.greeting("welcome").orElseThrow();
        notice = phrases.notice().orElseThrow();
        who = phrases.staffNumber("1001").orElseThrow();
        dialled("welcome", DialledNumber.Rules.USUAL);
    }

    private void dialled(String greets, DialledNumber.Rules rules) {
        hearing = new Hearing(caller, phrases, new DialledNumber("95500", new QueueId("service"), "en", greets, rules));
    }

    /** What is playing comes to its end. */
    private void ends() {
        hearing.played(caller.playing());
    }

    private void hears(Playlist expected) {
        assertThat(caller.quiet).isFalse();
        assertThat(caller.playing()).isEqualTo(expected);
    }

    @Test
    void heIsGreetedToldOfTheRecordingAndWaitsWithMusic() {
        hearing.begin();
        hears(greeting);
        assertThat(hearing.opening()).isTrue();
        ends();
        hears(notice);
        assertThat(hearing.opening()).isTrue();
        ends();
        hears(phrases.music());
        assertThat(hearing.opening()).isFalse();
    }

    @Test
    void withoutWordsToSayThereIsMusicAtOnce() {
        dialled("", NOTHING_SAID);
        hearing.begin();
        hears(phrases.music());
    }

    @Test
    void aPromptThatIsNoMoreThereIsPassedOver() {
        dialled("gone", NOTHING_SAID);
        hearing.begin();
        hears(phrases.music());
    }

    @Test
    void aQuickAgentCutsTheGreetingButNeverTheNotice() {
        hearing.begin();
        hearing.connected("1001");
        hears(notice);
        assertThat(hearing.opening()).isTrue();
        ends();
        hears(who);
        assertThat(hearing.opening()).isFalse();
        ends();
        assertThat(caller.quiet).isTrue();
    }

    @Test
    void aGreetingThatEndsWhileItIsCutDoesNotCutTheNotice() {
        hearing.begin();
        hearing.connected("1001");
        hearing.played(greeting);
        hears(notice);
        assertThat(hearing.opening()).isTrue();
    }

    @Test
    void anAgentDuringTheNoticeIsAnnouncedAfterIt() {
        hearing.begin();
        ends();
        hearing.connected("1001");
        hears(notice);
        ends();
        hears(who);
    }

    @Test
    void anAgentAfterTheMusicIsAnnouncedAtOnce() {
        dialled("", new DialledNumber.Rules(true, false, true, 0, false));
        hearing.begin();
        hearing.connected("1001");
        hears(who);
    }

    @Test
    void withoutAnnouncementHeHearsHisAgentAtOnce() {
        dialled("welcome", NOTHING_SAID);
        hearing.begin();
        hearing.connected("1001");
        assertThat(caller.quiet).isTrue();
        assertThat(hearing.opening()).isFalse();
    }

    @Test
    void hisPlaceIsToldOnlyWhileHeWaitsAndHasOne() {
        hearing.begin();
        hearing.position(3, WAIT);
        hearing.tellPosition();
        hears(greeting);
        ends();
        ends();
        hearing.position(0, WAIT);
        hearing.tellPosition();
        hears(phrases.music());
        hearing.position(3, WAIT);
        hearing.tellPosition();
        hears(phrases.position(3, Optional.of(WAIT), false));
        hearing.position(1, WAIT);
        hearing.tellPosition();
        hears(phrases.position(1, Optional.of(WAIT), false));
        hearing.connected("1001");
        hearing.tellPosition();
        hears(who);
    }

    @Test
    void whoLosesHisAgentIsToldSoAndWaitsAgain() {
        dialled("", new DialledNumber.Rules(true, false, true, 0, false));
        hearing.begin();
        hearing.connected("1001");
        ends();
        hearing.again();
        hears(phrases.again());
        hearing.connected("1002");
        hears(phrases.staffNumber("1002").orElseThrow());
    }

    @Test
    void whoLosesHisAgentBeforeTheNoticeIsOverHearsItToTheEndAndOnce() {
        hearing.begin();
        hearing.connected("1001");
        hearing.again();
        hears(notice);
        ends();
        hears(phrases.music());
        hearing.connected("1002");
        hears(phrases.staffNumber("1002").orElseThrow());
        assertThat(caller.played).containsOnlyOnce(notice);
    }
}
