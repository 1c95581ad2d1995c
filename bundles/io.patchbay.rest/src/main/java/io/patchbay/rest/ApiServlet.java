// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import java.io.Serial;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Jersey under {@code /api/v1}. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=patchbay-api",
            "osgi.http.whiteboard.servlet.pattern=/*",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
            "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=patchbay-api)"
        })
public final class ApiServlet extends ServletContainer {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final long SWEEP_SECONDS = 10;

    private final transient ScheduledThreadPoolExecutor sweeper =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "patchbay-rest-1"));

    @Activate
    public ApiServlet(@Reference Services services) {
        this(services, new Windows(services.agents, InstantSource.system()));
    }

    private ApiServlet(Services services, Windows windows) {
        super(resources(services, windows, Boolean.getBoolean("patchbay.demo")));
        var unused = sweeper.scheduleWithFixedDelay(windows::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    static ResourceConfig resources(Services services, Windows windows, boolean demo) {
        return new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true)
                .register(JacksonFeature.withoutExceptionMappers())
                .register(new Faults())
                .register(new SafeHeaders())
                .register(new Guard(services.signIn, services.people, demo, services::isScraper))
                .register(new TokensResource(services))
                .register(new StateResource(services))
                .register(new CodesResource(services.queues))
                .register(new MetricsResource(services))
                .register(new AgentsResource(services, windows))
                .register(new ApprovalsResource(services))
                .register(new PeopleResource(services))
                .register(new RightsResource(services))
                .register(new ConfigResource(services))
                .register(new FeaturesResource(services))
                .register(new FlowResource(services))
                .register(new FrequentResource(services))
                .register(new InteractionsResource(services))
                .register(new AttachmentsResource(services))
                .register(new JournalResource(services))
                .register(new RecordingsResource(
                        services.recordings,
                        scope -> contact -> InteractionsResource.present(services, contact, scope)))
                .register(new TraceResource(services))
                .register(new CommandsResource(services))
                .register(new DescriptionResource());
    }

    @Deactivate
    void close() {
        sweeper.shutdownNow();
    }

    /** Jersey looks its parts up through the thread's loader. */
    @Override
    public void init(ServletConfig config) throws ServletException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ResourceConfig.class.getClassLoader());
        try {
            super.init(config);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
