// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.id.AgentId;
import io.patchbay.channel.voice.door.Places;
import io.patchbay.channel.voice.phone.Browsers;
import io.patchbay.channel.voice.phone.Extensions;
import io.patchbay.channel.voice.phone.Phones;
import io.patchbay.channel.voice.prompt.PromptBook;
import io.patchbay.channel.voice.settings.VoiceBook;
import io.patchbay.media.engine.MediaEngine;
import io.patchbay.spi.channel.Intake;
import io.patchbay.store.recording.RecordingFiles;
import io.patchbay.webrtc.WebRtc;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What all calls share.
 *
 * @param intake the way into the core
 * @param media where sound is
 * @param sdp what is said about it
 * @param dialer makes calls
 * @param phones the agents' phones
 * @param browsers those in browsers
 * @param webRtc how sound comes to them
 * @param extensions whose they are
 * @param book numbers and accounts
 * @param prompts what is said to callers
 * @param recordings where sound is kept
 * @param recorder whether it can be kept
 * @param trace where is written who kept what out of recordings
 * @param lanes the calls' threads
 * @param places the trunks' places of calls that are taken up
 * @param clock now
 * @param changed told what to look at anew
 */
public record Shared(
        Intake intake,
        MediaEngine media,
        Sdp sdp,
        Dialer dialer,
        Phones phones,
        Browsers browsers,
        WebRtc webRtc,
        Extensions extensions,
        VoiceBook book,
        PromptBook prompts,
        RecordingFiles recordings,
        RecorderState recorder,
        SecureTrace trace,
        Lanes lanes,
        Places places,
        InstantSource clock,
        Consumer<LiveCalls.Change> changed) {
    /** What rings for an agent's extension, best first; nothing if he has no device. */
    List<Device> devices(AgentId agent, String extension, Executor lane) {
        List<Device> devices = new ArrayList<>();
        if (browsers.has(agent)) {
            devices.add(new BrowserPhone(agent, this, lane));
        }
        book.phone(extension).ifPresent(account -> phones.bindings(extension)
                .forEach(phone -> devices.add(new SipPhone(account, phone, this, lane))));
        return devices;
    }
}
