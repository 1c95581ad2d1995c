// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.MediaSettings;
import io.patchbay.media.port.RtpPorts;
import io.patchbay.media.record.Recorder;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** What all bridges of an engine share. */
record Plant(MediaSettings settings, RtpPorts ports, List<Recorder> recorders, RandomGenerator random) {
    /** The one with the fewest recordings. */
    Recorder recorder() {
        return recorders.stream()
                .min(Comparator.comparingInt(Recorder::recordings))
                .orElseThrow();
    }
}
