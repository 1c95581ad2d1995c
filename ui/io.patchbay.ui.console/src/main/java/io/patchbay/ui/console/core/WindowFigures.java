// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.core;

import io.patchbay.api.command.Problem;
import io.patchbay.api.health.HealthPart;
import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many windows there are, and whether push reaches them. */
@Component
public final class WindowFigures implements MeterSource, HealthPart {
    private static final Meter WINDOWS = Meter.gauge("patchbay_console_windows", "Signed-in windows of the console");
    private static final Meter PEOPLE = Meter.gauge("patchbay_console_people", "People with a window of the console");
    private static final Meter LOST = Meter.gauge(
            "patchbay_console_windows_without_push", "Windows that say over HTTP that push does not reach them");

    private final OpenWindows windows;

    /** Over the console's windows. */
    @Activate
    public WindowFigures(@Reference Console console) {
        windows = console.windows();
    }

    @Override
    public List<Meter> meters() {
        return List.of(WINDOWS, PEOPLE, LOST);
    }

    @Override
    public void measure(Readings readings) {
        readings.value(WINDOWS, windows.count());
        readings.value(PEOPLE, windows.people());
        readings.value(LOST, windows.withoutPush());
    }

    @Override
    public Health health() {
        long lost = windows.withoutPush();
        return lost == 0
                ? new Health("push", Level.UP, Optional.empty())
                : new Health(
                        "push",
                        Level.DEGRADED,
                        Optional.of(Problem.of(
                                "push-dead",
                                "{0} windows of the console get no updates although they reach the server. Check proxies"
                                        + " for WebSocket at /; the windows load themselves anew.",
                                "{0} 个工作台窗口能连到服务器但收不到推送。请检查代理是否放行 / 的 WebSocket；窗口会自动重新加载。",
                                String.valueOf(lost))));
    }
}
