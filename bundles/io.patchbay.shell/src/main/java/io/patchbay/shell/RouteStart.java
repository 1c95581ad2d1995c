// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.command.Commands;
import io.patchbay.camel.api.RouteCommand;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:route-start}. */
@Service
@Command(scope = "patchbay", name = "route-start", description = "Starts a route, or all of a bundle or file")
public final class RouteStart implements Action {
    @Argument(index = 0, name = "context", description = "The bundle or file", required = true)
    private String context = "";

    @Argument(index = 1, name = "route", description = "The route; all of the context if left out")
    private String route = "";

    @Reference
    private Commands commands;

    /** Made by the shell. */
    public RouteStart() {}

    @Override
    public Object execute() {
        Doing.run(commands, new RouteCommand.Start(context, Optional.of(route).filter(id -> !id.isEmpty())));
        return Doing.said(context + " " + route + " started");
    }
}
