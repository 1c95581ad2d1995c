// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.Theme;
import com.vaadin.flow.theme.lumo.Lumo;

/** What every page has: push over WebSocket, and Lumo under Patchbay's own theme. */
@Push(transport = Transport.WEBSOCKET)
@Theme(themeClass = Lumo.class)
public class ConsoleShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;
}
