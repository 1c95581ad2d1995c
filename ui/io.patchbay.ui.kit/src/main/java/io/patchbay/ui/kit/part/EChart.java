// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/** A chart: Apache ECharts with the theme's colours, which it reads again when the theme changes. */
@Tag("pb-chart")
@JsModule("./patchbay/chart.js")
@NpmPackage(value = "echarts", version = "6.1.0")
public class EChart extends Component implements HasSize {
    /**
     * A chart with its name for people who do not see it.
     *
     * @param label what it shows
     */
    public EChart(String label) {
        getElement().setAttribute("role", "img").setAttribute("aria-label", label);
    }

    /**
     * What to draw.
     *
     * @param json an ECharts option; a colour {@code var(--x)} is read from the theme
     */
    public void draw(String json) {
        getElement().setProperty("option", json);
    }
}
