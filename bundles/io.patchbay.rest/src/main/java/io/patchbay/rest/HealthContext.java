// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.context.ServletContextHelper;

/** The context path of the health page: there from the first moment, before anything else is ready. */
@Component(
        service = ServletContextHelper.class,
        property = {"osgi.http.whiteboard.context.name=patchbay-health", "osgi.http.whiteboard.context.path=/health"})
public final class HealthContext extends ServletContextHelper {}
