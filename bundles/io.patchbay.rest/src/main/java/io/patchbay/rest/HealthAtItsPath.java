// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.osgi.service.component.annotations.Component;

/**
 * Answers {@code /health} itself: Jetty would redirect it to {@code /health/}, the root of the context. In the
 * console's context it cannot be, for that one restarts whenever the console comes.
 */
@Component(
        service = ServletContextListener.class,
        property = {
            "osgi.http.whiteboard.listener=true",
            "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=patchbay-health)"
        })
public final class HealthAtItsPath implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        ContextHandler.ScopedContext context = (ContextHandler.ScopedContext) ContextHandler.getCurrentContext();
        context.getContextHandler().setAllowNullPathInContext(true);
    }
}
