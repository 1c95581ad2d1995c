// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reply;

import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What happens to canned answers. */
@Component
public final class ReplyDeclarations implements Declarations {
    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords("answer.saved", 1, "Canned answer {shortcut} saved", "快捷语 {shortcut} 已保存"),
                new EventWords("answer.removed", 1, "Canned answer {shortcut} removed", "快捷语 {shortcut} 已删除"));
    }
}
