// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.dev;

import io.patchbay.ui.console.core.Console;
import io.patchbay.ui.console.core.Services;
import io.patchbay.ui.console.desk.CustomerPanel;
import io.patchbay.ui.console.desk.DeskContribution;
import io.patchbay.ui.console.web.ConsoleServlet;
import io.patchbay.ui.kit.view.ViewContribution;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;

/** The console with sample data in an embedded Jetty: {@code DevConsole PORT [classes of view contributions]}. */
public final class DevConsole {
    private DevConsole() {}

    public static void main(String[] args) throws Exception {
        SampleCore core = new SampleCore();
        SampleJournal journal = new SampleJournal(core);
        Scenario scenario = new Scenario(core);
        scenario.begin();
        SampleCommands commands = new SampleCommands(core);
        SampleRecordings recordings = new SampleRecordings(core);
        Console console = new Console(new Services(
                core.directory,
                core.directory,
                core,
                core,
                core.queues,
                core,
                commands,
                core.customers,
                recordings,
                core.directory,
                Clock.systemUTC()));
        DeskContribution desk = new DeskContribution(
                core,
                core,
                core.queues,
                core,
                core.customers,
                core.directory,
                (conversation, role, name, type, bytes) -> {
                    throw new java.io.IOException("no files here");
                });
        desk.setCalls(core.calls);
        desk.addPanel(new CustomerPanel(core.customers, core, core.directory));
        console.contribute(desk);
        List<Object> parts = List.of(
                core,
                core.directory,
                core.queues,
                core.customers,
                commands,
                journal,
                recordings,
                commands.voice,
                new SampleReports());
        for (String name : Arrays.asList(args).subList(1, args.length)) {
            console.contribute(make(name, parts));
        }
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])));
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        context.getSessionHandler().getSessionCookieConfig().setName("PATCHBAY_CONSOLE");
        JakartaWebSocketServletContainerInitializer.configure(context, null);
        context.addServlet(new ServletHolder(new ScenarioServlet(scenario, console)), "/dev/*");
        ServletHolder servlet = new ServletHolder(new ConsoleServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void openBridge() {}

            @Override
            protected Optional<Console> console() {
                return Optional.of(console);
            }
        });
        servlet.setAsyncSupported(true);
        servlet.setInitOrder(1);
        servlet.setInitParameter("pushMode", "automatic");
        servlet.setInitParameter("heartbeatInterval", "20");
        context.addServlet(servlet, "/*");
        server.setHandler(context);
        server.start();
        System.out.println("DevConsole is ready");
        server.join();
    }

    private static ViewContribution make(String name, List<Object> parts) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(name).getConstructors()[0];
        Object[] values = Arrays.stream(constructor.getParameterTypes())
                .map(type -> parts.stream().filter(type::isInstance).findFirst().orElseThrow())
                .toArray();
        Object made = constructor.newInstance(values);
        for (Field field : made.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            if (field.get(made) == null) {
                field.set(
                        made,
                        parts.stream()
                                .filter(field.getType()::isInstance)
                                .findFirst()
                                .orElseThrow());
            }
        }
        for (Method method : made.getClass().getMethods()) {
            if (method.getName().matches("(set|add)[A-Z].*") && method.getParameterCount() == 1) {
                for (Object part : parts) {
                    if (method.getParameterTypes()[0].isInstance(part)) {
                        method.invoke(made, part);
                    }
                }
            }
        }
        return (ViewContribution) made;
    }
}
