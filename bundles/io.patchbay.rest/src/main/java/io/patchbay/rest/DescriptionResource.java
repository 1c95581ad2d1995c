// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** The OpenAPI document; a test holds it against the resources. */
@Path("/openapi.json")
public final class DescriptionResource {
    /** The document. */
    @GET
    @Open
    @Produces(MediaType.APPLICATION_JSON)
    public InputStream document() {
        return DescriptionResource.class.getResourceAsStream("openapi.json");
    }
}
