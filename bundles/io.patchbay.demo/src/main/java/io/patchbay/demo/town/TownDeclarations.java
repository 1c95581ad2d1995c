// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The words of the town's journal entries. */
@Component
public final class TownDeclarations implements Declarations {
    /** Made by the container. */
    public TownDeclarations() {}

    @Override
    public List<EventType> events() {
        return List.of(new EventWords(
                "town.changed",
                1,
                "Town: calls {voice}, SMS {sms}, mails {email}, chats {chat} an hour; running: {running}",
                "小镇：每小时电话 {voice}、短信 {sms}、邮件 {email}、网页 {chat}；运行：{running}"));
    }
}
