// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.camel.api.RouteContext;
import io.patchbay.camel.api.RouteLine;
import io.patchbay.camel.api.Routes;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code patchbay:routes}: contexts and their routes with state, counters and last failure. */
@Service
@Command(scope = "patchbay", name = "routes", description = "Lists routes with their state, counters and last failure")
public final class RouteList implements Action {
    @Reference
    private Routes routes;

    /** Made by the shell. */
    public RouteList() {}

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().noHeaders().emptyTableText("There are no routes");
        for (String head : new String[] {"Context", "Route", "State", "Total", "Failed", "Now", "Mean ms", "From"}) {
            table.column(head);
        }
        table.addRow().addContent("CONTEXT", "ROUTE", "STATE", "TOTAL", "FAILED", "NOW", "MEAN MS", "FROM OR PROBLEM");
        for (RouteContext context : routes.contexts()) {
            String state = context.state().name().toLowerCase(Locale.ROOT);
            if (context.routes().isEmpty() || !context.problem().isEmpty()) {
                table.addRow().addContent(context.name(), "", state, "", "", "", "", context.problem());
            }
            context.routes().forEach(line -> add(table, context, line));
        }
        table.print(System.out);
        return null;
    }

    private static void add(ShellTable table, RouteContext context, RouteLine line) {
        RouteLine.Figures figures = line.figures();
        table.addRow()
                .addContent(
                        context.name(),
                        line.id(),
                        line.started() ? "started" : "stopped",
                        figures.total(),
                        figures.failed(),
                        figures.inFlight(),
                        figures.mean().toMillis(),
                        line.from());
        line.lastFailure().ifPresent(failure -> table.addRow()
                .addContent("", "", "", "", "", "", "", "last failure " + failure.at() + ": " + failure.reason()));
    }
}
