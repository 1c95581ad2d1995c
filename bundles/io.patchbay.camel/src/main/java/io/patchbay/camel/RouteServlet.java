// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import jakarta.servlet.Servlet;
import java.io.Serial;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.osgi.service.component.annotations.Component;

/** Consumers of {@code servlet:NAME} answer below {@code /routes/}. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=CamelServlet",
            "osgi.http.whiteboard.servlet.pattern=/routes/*",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
            "servlet.init.async=true"
        })
public final class RouteServlet extends CamelHttpTransportServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Made by the container. */
    public RouteServlet() {}
}
