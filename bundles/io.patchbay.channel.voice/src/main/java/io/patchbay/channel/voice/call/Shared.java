// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.call.LiveCalls;
import io.patchbay.channel.voice.phone.Extensions;
import io.patchbay.channel.voice.phone.Phones;
import io.patchbay.channel.voice.prompt.PromptBook;
import io.patchbay.channel.voice.settings.VoiceBook;
import io.patchbay.media.engine.MediaEngine;
import io.patchbay.spi.channel.Intake;
import io.patchbay.store.recording.RecordingFiles;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What all calls share.
 *
 * @param intake the way into the core
 * @param media where sound is
 * @param sdp what is said about it
 * @param dialer makes calls
 * @param phones the agents' phones
 * @param extensions whose they are
 * @param book numbers and accounts
 * @param prompts what is said to callers
 * @param recordings where sound is kept
 * @param recorder whether it can be kept
 * @param lanes the calls' threads
 * @param clock now
 * @param changed told what to look at anew
 */
public record Shared(
        Intake intake,
        MediaEngine media,
        Sdp sdp,
        Dialer dialer,
        Phones phones,
        Extensions extensions,
        VoiceBook book,
        PromptBook prompts,
        RecordingFiles recordings,
        RecorderState recorder,
        Lanes lanes,
        InstantSource clock,
        Consumer<LiveCalls.Change> changed) {}
