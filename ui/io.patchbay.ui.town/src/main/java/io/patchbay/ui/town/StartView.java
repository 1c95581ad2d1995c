// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.town;

import com.vaadin.flow.component.html.Div;
import io.patchbay.api.agent.Agents;
import io.patchbay.demo.api.FirstSteps;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Optional;
import java.util.function.Supplier;

final class StartView extends Div {
    StartView(Supplier<Optional<FirstSteps>> steps, Agents agents, ViewContext context) {
        addClassName("view");
    }
}
