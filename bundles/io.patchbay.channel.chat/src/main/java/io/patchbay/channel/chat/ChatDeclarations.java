// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import io.patchbay.api.settings.ParameterKind;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.spi.event.Declarations;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** What the chat reads. */
@Component
public final class ChatDeclarations implements Declarations {
    static final ParameterType GREETING = text(
            "chat.greeting",
            1_000,
            new ParameterType.Words(
                    "Chat greeting in Chinese",
                    "网页问候语（中文）",
                    "What a new visitor reads first; empty for nothing.",
                    "新访客最先看到的话；留空则不显示。"));
    static final ParameterType GREETING_ENGLISH = text(
            "chat.greeting-english",
            1_000,
            new ParameterType.Words(
                    "Chat greeting in English",
                    "网页问候语（英文）",
                    "What a new visitor reads first; empty for nothing.",
                    "新访客最先看到的话；留空则不显示。"));
    static final ParameterType CLOSED = text(
            "chat.closed",
            1_000,
            new ParameterType.Words(
                    "Chat greeting outside the hours, in Chinese",
                    "非服务时间问候语（中文）",
                    "In place of the greeting while the chat's calendar is closed.",
                    "网页渠道的日历关闭时，代替问候语显示。"));
    static final ParameterType CLOSED_ENGLISH = text(
            "chat.closed-english",
            1_000,
            new ParameterType.Words(
                    "Chat greeting outside the hours, in English",
                    "非服务时间问候语（英文）",
                    "In place of the greeting while the chat's calendar is closed.",
                    "网页渠道的日历关闭时，代替问候语显示。"));
    static final ParameterType CALENDAR = text(
            "chat.calendar",
            64,
            new ParameterType.Words(
                    "Calendar of the chat",
                    "网页渠道的日历",
                    "The name of the calendar that says when the chat is open; empty for always.",
                    "决定网页渠道服务时间的日历名称；留空则始终开放。"));

    private static ParameterType text(String key, int most, ParameterType.Words words) {
        return new ParameterType(key, words, new ParameterKind.Text(most), "", ParameterType.Reach.QUEUE, Set.of());
    }

    @Override
    public List<ParameterType> parameters() {
        return List.of(GREETING, GREETING_ENGLISH, CLOSED, CLOSED_ENGLISH, CALENDAR);
    }
}
