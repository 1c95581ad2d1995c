// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.ComponentMetaData;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.shared.Registration;
import io.patchbay.ui.console.core.Console;
import io.patchbay.ui.console.frame.ConsoleView;
import java.net.URL;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Flow's service: files come out of bundles, the frame gets the console's services, a lost session loads the page anew.
 */
final class ConsoleService extends VaadinServletService {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<Optional<Console>> console;
    private final transient IndexPage page = new IndexPage();

    ConsoleService(VaadinServlet servlet, DeploymentConfiguration deployment, Supplier<Optional<Console>> console) {
        super(servlet, deployment);
        this.console = console;
        SystemMessages quiet = quietMessages();
        setSystemMessagesProvider(info -> quiet);
    }

    private static SystemMessages quietMessages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorNotificationEnabled(false);
        messages.setCookiesDisabledNotificationEnabled(false);
        return messages;
    }

    /**
     * Flow wants to empty what it knows about each component class when the service ends. This would hold every class,
     * and with it the class loader of every bundle that has left, until then; at the end they all go anyway.
     */
    @Override
    public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
        return listener.getClass().getName().startsWith(ComponentMetaData.class.getName())
                ? () -> {}
                : super.addServiceDestroyListener(listener);
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
        super.modifyIndexHtmlResponse(response);
        page.complete(response);
    }

    @Override
    protected Optional<Instantiator> loadInstantiators() {
        return Optional.of(new DefaultInstantiator(this) {
            private static final long serialVersionUID = 1L;

            @Override
            public <T> T getOrCreate(Class<T> type) {
                return type == ConsoleView.class
                        ? type.cast(new ConsoleView(console.get().orElseThrow()))
                        : super.getOrCreate(type);
            }
        });
    }

    /** Flow's own files (the push client) lie in the runtime bundle, not in this one. */
    @Override
    public URL getStaticResource(String path) {
        URL own = super.getStaticResource(path);
        return own != null ? own : UI.class.getClassLoader().getResource("META-INF/resources" + path);
    }
}
