// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import io.patchbay.ui.console.core.Choices;
import io.patchbay.ui.console.core.Console;
import io.patchbay.ui.console.core.Services;
import io.patchbay.ui.console.core.Visits;
import io.patchbay.ui.console.frame.ConsoleShell;
import io.patchbay.ui.console.frame.ConsoleView;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** Flow at {@code /}. It has one route: {@link ConsoleView} finds the view for an address among the contributions. */
public class ConsoleServlet extends VaadinServlet {
    private static final long serialVersionUID = 1L;

    private transient ServiceTracker<Console, Console> bridge;
    private transient KitFiles files;
    private final transient RecordingPath recordings = new RecordingPath();
    private final transient ProviderPath providers = new ProviderPath();
    private final transient AttachmentPath attachments = new AttachmentPath();

    @Override
    public void init(ServletConfig config) throws ServletException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        try {
            files = new KitFiles();
            openBridge();
            var servletContext = config.getServletContext();
            // Pax Web passes no cookie attributes of web.xml on.
            servletContext.setAttribute("org.eclipse.jetty.cookie.sameSiteDefault", "LAX");
            // What Flow's ServletContainerInitializers do elsewhere: nothing scans a class path here.
            new LookupServletContainerInitializer()
                    .process(Set.of(LookupInitializer.class, BundleResources.class), servletContext);
            VaadinAppShellInitializer.init(Set.of(ConsoleShell.class), new VaadinServletContext(servletContext));
            super.init(config);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** The only place of the console that knows the framework: the container makes servlets, not DS. */
    protected void openBridge() {
        bridge = new ServiceTracker<>(FrameworkUtil.getBundle(getClass()).getBundleContext(), Console.class, null);
        bridge.open();
    }

    /** The console, while its services are there. */
    protected Optional<Console> console() {
        return Optional.ofNullable(bridge.getService());
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration deployment) throws ServiceException {
        var service = new ConsoleService(this, deployment, this::console);
        service.setClassLoader(getClass().getClassLoader());
        service.init();
        return service;
    }

    @Override
    protected void servletInitialized() {
        getService().addUIInitListener(made -> {
            Choices.of(VaadinServletRequest.getCurrent()).keepIn(made.getUI());
            Visits.keepIn(made.getUI(), VaadinServletRequest.getCurrent());
        });
        RouteConfiguration routes = RouteConfiguration.forRegistry(
                ApplicationRouteRegistry.getInstance(getService().getContext()));
        routes.update(() -> routes.setRoute(":path*", ConsoleView.class, List.of()));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        SecurityHeaders.write(request, response);
        if (files.serve(request, response)) {
            hearOfLostPush(request);
            return;
        }
        if (console().isEmpty()) {
            Starting.answer(request, response);
            return;
        }
        SecureCookies.begin(request, response);
        Services services = console().get().services();
        if (!providers.serve(request, response, services)
                && !recordings.serve(request, response, services)
                && !attachments.serve(request, response, services)) {
            super.service(request, response);
        }
    }

    /** The browser part says whether push reaches it when it asks for a sign of life. */
    private void hearOfLostPush(HttpServletRequest request) {
        String window = request.getParameter("without-push");
        if (window != null && request.getSession(false) != null) {
            console().ifPresent(known -> known.windows().missesPush(window));
        }
    }

    @Override
    public void destroy() {
        super.destroy();
        if (bridge != null) {
            bridge.close();
        }
    }
}
