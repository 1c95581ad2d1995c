// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.container;

import io.patchbay.provision.api.Piece;
import io.patchbay.provision.api.Piece.Kind;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.command.CommandHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** What the bundles of a feature bring, read from their services, their headers and their change logs. */
public final class Inventory {
    private static final Pattern TABLE = Pattern.compile("(?i)create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)");

    /** By name, for their types belong to features that need not be there. */
    private static final Map<String, Kind> NAMED = Map.of(
            "io.patchbay.ui.kit.view.ViewContribution", Kind.VIEW,
            "io.patchbay.ui.kit.view.DeskPanel", Kind.PANEL,
            "org.apache.camel.RoutesBuilder", Kind.ROUTES);

    private final BundleContext context;
    private final Map<Long, List<Piece>> tables = new ConcurrentHashMap<>();

    /** Reads the bundles of a framework. */
    public Inventory(BundleContext context) {
        this.context = context;
    }

    /** What bundles that are installed from there bring, in the order people are shown it. */
    public List<Piece> of(List<String> locations) {
        return locations.stream()
                .map(context::getBundle)
                .filter(Objects::nonNull)
                .flatMap(bundle -> of(bundle).stream())
                .distinct()
                .sorted(Comparator.comparing(Piece::kind).thenComparing(Piece::name))
                .toList();
    }

    private List<Piece> of(Bundle bundle) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(Kind.BUNDLE, bundle.getSymbolicName(), bundle.getSymbolicName()));
        String address = bundle.getHeaders("").get("Web-ContextPath");
        if (address != null) {
            pieces.add(new Piece(Kind.ADDRESS, address, bundle.getSymbolicName()));
        }
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
            add(service, bundle, pieces);
        }
        if (bundle.getSymbolicName().startsWith("io.patchbay.")) {
            pieces.addAll(tables.computeIfAbsent(bundle.getBundleId(), id -> tables(bundle)));
        }
        return pieces;
    }

    private void add(ServiceReference<?> service, Bundle bundle, List<Piece> pieces) {
        String from = bundle.getSymbolicName();
        for (String type : (String[]) service.getProperty(Constants.OBJECTCLASS)) {
            if (NAMED.containsKey(type)) {
                pieces.add(new Piece(NAMED.get(type), simple(service, from), from));
            } else if (type.equals(Channel.class.getName())) {
                pieces.add(new Piece(
                        Kind.CHANNEL, ask(service, one -> ((Channel) one).key().value()), from));
            } else if (type.equals(CommandHandler.class.getName())) {
                pieces.add(new Piece(Kind.COMMAND, ask(service, one -> ((CommandHandler<?>) one).name()), from));
            } else if (service.getProperty("osgi.http.whiteboard.servlet.pattern") instanceof String[] patterns) {
                Arrays.stream(patterns).forEach(one -> pieces.add(new Piece(Kind.ADDRESS, one, from)));
            }
        }
    }

    /** The bundle's last name for a view, the component's for anything else. */
    private static String simple(ServiceReference<?> service, String bundle) {
        String component = String.valueOf(service.getProperty("component.name"));
        String simple = component.substring(component.lastIndexOf('.') + 1);
        return simple.endsWith("Contribution")
                ? simple.substring(0, simple.length() - "Contribution".length()).toLowerCase(Locale.ROOT)
                : simple.equals("null") ? bundle : simple;
    }

    private String ask(ServiceReference<?> reference, Function<Object, String> question) {
        Object service = context.getService(reference);
        if (service == null) {
            return "";
        }
        try {
            return question.apply(service);
        } finally {
            context.ungetService(reference);
        }
    }

    private static List<Piece> tables(Bundle bundle) {
        Enumeration<URL> logs = bundle.findEntries("/", "changelog*.sql", true);
        List<Piece> tables = new ArrayList<>();
        for (URL log : logs == null ? List.<URL>of() : Collections.list(logs)) {
            try (InputStream in = log.openStream()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                TABLE.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(match -> match.substring(match.lastIndexOf(' ') + 1))
                        .forEach(name -> tables.add(new Piece(Kind.TABLE, name, bundle.getSymbolicName())));
            } catch (IOException e) {
                throw new IllegalStateException("the installed file " + log + " cannot be read", e);
            }
        }
        return tables;
    }
}
