// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.core;

import io.patchbay.api.settings.ParameterKind;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.spi.event.Declarations;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** What the console reads. */
@Component
public final class ConsoleDeclarations implements Declarations {
    /** Shown at the top of every page while it is not empty. */
    public static final ParameterType NOTICE = new ParameterType(
            "console.notice",
            new ParameterType.Words(
                    "Notice to everybody",
                    "全员公告",
                    "A line at the top of every page of the console; empty for none. Give it dates and it comes and goes by itself.",
                    "显示在控制台每个页面顶部的一行文字；留空则不显示。设置起止时间可自动显示和消失。"),
            new ParameterKind.Text(120),
            "",
            ParameterType.Reach.UNIT,
            Set.of());

    @Override
    public List<ParameterType> parameters() {
        return List.of(NOTICE);
    }
}
