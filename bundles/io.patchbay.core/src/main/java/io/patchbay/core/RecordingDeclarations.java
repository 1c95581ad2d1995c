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
                        "recording.copied",
                        1,
                        "{actor} took a copy of the recording, for: {purpose}",
                        "{actor} 导出了录音，用途：{purpose}"),
                new EventWords("recording.marked", 1, "{actor} set a mark in the recording", "{actor} 在录音中添加了批注"),
                new EventWords("recording.unmarked", 1, "{actor} took mark {mark} away", "{actor} 删除了录音批注 {mark}"),
                new EventWords(
                        "recording.refused",
                        1,
                        "{actor} was refused the recording: {reason}",
                        "{actor} 请求收听录音被拒绝：{reason}"));
    }
}
