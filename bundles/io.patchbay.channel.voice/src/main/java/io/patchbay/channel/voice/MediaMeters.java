// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import io.patchbay.media.MediaFigures;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Figures of the media engine, which knows nothing of Patchbay, under Patchbay's names. */
@Component
public final class MediaMeters implements MeterSource {
    private static final Meter BRIDGES = Meter.gauge("patchbay_media_bridges", "Open bridges");
    private static final Meter LEGS = Meter.gauge("patchbay_media_legs", "Open call legs");
    private static final Meter PORTS = Meter.gauge("patchbay_media_ports_free", "Pairs of RTP ports that are free");
    private static final Meter PACKETS =
            Meter.counter("patchbay_media_packets_total", "RTP packets taken and sent", "direction");
    private static final Meter DROPPED = Meter.counter(
            "patchbay_media_packets_dropped_total",
            "Packets that were not used or not sent: malformed, unexpected, stranger, unsent",
            "why");
    private static final Meter LATE =
            Meter.counter("patchbay_media_ticks_late_total", "Mixes that began more than 20 ms late");
    private static final Meter SKIPPED =
            Meter.counter("patchbay_media_ticks_skipped_total", "Mixes that were left out: more than 200 ms late");
    private static final Meter FAILED = Meter.counter("patchbay_media_legs_failed_total", "Legs that failed");
    private static final Meter RECORDINGS =
            Meter.gauge("patchbay_recorder_recordings", "Recordings that run or are still being written");
    private static final Meter BACKLOG =
            Meter.gauge("patchbay_recorder_backlog_seconds", "Recorded sound that waits to be written");
    private static final Meter LOST = Meter.counter(
            "patchbay_recorder_lost_seconds_total", "Recorded sound that was lost since its disk was too slow or full");

    private static final Meter FAILURES =
            Meter.counter("patchbay_recorder_failures_total", "Recordings that could not be written");

    private final VoiceComponent voice;

    @Activate
    public MediaMeters(@Reference VoiceComponent voice) {
        this.voice = voice;
    }

    @Override
    public List<Meter> meters() {
        return List.of(
                BRIDGES, LEGS, PORTS, PACKETS, DROPPED, LATE, SKIPPED, FAILED, RECORDINGS, BACKLOG, LOST, FAILURES);
    }

    @Override
    public void measure(Readings readings) {
        MediaFigures media = voice.node().media();
        readings.value(BRIDGES, media.bridges());
        readings.value(LEGS, media.legs());
        readings.value(PORTS, media.portsFree());
        readings.value(PACKETS, media.packetsIn(), "in");
        readings.value(PACKETS, media.packetsOut(), "out");
        readings.value(DROPPED, media.malformed(), "malformed");
        readings.value(DROPPED, media.unexpected(), "unexpected");
        readings.value(DROPPED, media.strangers(), "stranger");
        readings.value(DROPPED, media.unsent(), "unsent");
        readings.value(LATE, media.lateTicks());
        readings.value(SKIPPED, media.skippedTicks());
        readings.value(FAILED, media.failedLegs());
        readings.value(RECORDINGS, media.recordings());
        readings.value(BACKLOG, media.backlogSeconds());
        readings.value(LOST, media.lostSeconds());
        readings.value(FAILURES, voice.node().recorder().failures());
    }
}
