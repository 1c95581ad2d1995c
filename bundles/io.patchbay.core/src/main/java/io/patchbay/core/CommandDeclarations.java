// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.core.command.Attempted;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What happens at the door for commands. */
@Component
public final class CommandDeclarations implements Declarations {
    @Override
    public List<EventType> events() {
        return List.of(new EventWords(
                Attempted.TYPE,
                1,
                "{actor} tried {command} and was refused: {code}",
                "{actor} 尝试 {command} 被拒绝：{code}"));
    }
}
