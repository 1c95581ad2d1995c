// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.api.health.HealthPart;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code /health}: 503 and starting until the core has restored what was open, then how every part is. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=patchbay-health",
            "osgi.http.whiteboard.servlet.pattern=/*",
            "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=patchbay-health)"
        })
public final class HealthServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private transient volatile List<HealthPart> parts = List.of();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HealthReport report = HealthReport.of(parts, request.getLocale());
        response.setStatus(report.httpStatus());
        response.setContentType("application/json;charset=UTF-8");
        JSON.writeValue(response.getOutputStream(), report.json());
    }
}
