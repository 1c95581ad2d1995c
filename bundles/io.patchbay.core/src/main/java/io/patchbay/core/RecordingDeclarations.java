// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What happens to recordings after they were made. */
@Component
public final class RecordingDeclarations implements Declarations {
    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords("recording.played", 1, "{actor} heard the recording", "{actor} 收听了录音"),
                new EventWords(
                        "recording.refused",
                        1,
                        "{actor} was refused the recording: {reason}",
                        "{actor} 请求收听录音被拒绝：{reason}"));
    }
}
