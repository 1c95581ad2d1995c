// SPDX-License-Identifier: Apache-2.0
import { LitElement, css, html } from 'lit';
import * as echarts from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, DatasetComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([AriaComponent, BarChart, DatasetComponent, GridComponent, LegendComponent, LineChart, MarkLineComponent, SVGRenderer, TooltipComponent]);

/** Draws one ECharts option; texts such as "var(--pb-c1)" become the theme's colour. */
class PatchbayChart extends LitElement {
  static properties = { option: { type: String } };
  static styles = css`:host { display: block; min-height: 160px; } div { width: 100%; height: 100%; }`;

  render() {
    return html`<div></div>`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.themes = new MutationObserver(() => this.draw());
    this.themes.observe(document.documentElement, { attributes: true, attributeFilter: ['theme'] });
    this.size = new ResizeObserver(() => this.chart?.resize());
    this.size.observe(this);
    if (this.hasUpdated) {
      this.draw();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.themes.disconnect();
    this.size.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  updated() {
    this.draw();
  }

  draw() {
    const box = this.renderRoot?.querySelector('div');
    if (!box || !this.option) {
      return;
    }
    this.chart ??= echarts.init(box, null, { renderer: 'svg' });
    const style = getComputedStyle(document.documentElement);
    const themed = this.option.replace(/var\((--[\w-]+)\)/g, (all, name) => style.getPropertyValue(name).trim().replace(/"/g, "'") || all);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.chart.setOption({ ...JSON.parse(themed), animation: !still && !this.chart.getOption() }, true);
  }
}

if (!customElements.get('pb-chart')) {
  customElements.define('pb-chart', PatchbayChart);
}
