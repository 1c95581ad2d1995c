// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.context.ServletContextHelper;

/** The context path of the API. */
@Component(
        service = ServletContextHelper.class,
        property = {"osgi.http.whiteboard.context.name=patchbay-api", "osgi.http.whiteboard.context.path=/api/v1"})
public final class ApiContext extends ServletContextHelper {}
