// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import io.patchbay.api.access.Scope;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.routing.settings.RoutingSettings;
import io.patchbay.spi.config.ConfigPart;
import io.patchbay.spi.config.TextPart;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Skills, codes and queues in the configuration's text. */
final class RoutingParts {
    private RoutingParts() {}

    /** {@code skills}. */
    @Component(service = ConfigPart.class)
    public static final class Skills extends TextPart {
        @Activate
        public Skills(@Reference RoutingComponent routing) {
            super(new Name("skills", "skill"), Set.of(), true, () -> skills(routing));
        }
    }

    /** {@code codes}. */
    @Component(service = ConfigPart.class)
    public static final class Codes extends TextPart {
        @Activate
        public Codes(@Reference RoutingComponent routing) {
            super(new Name("codes", "code", "key"), Set.of(), false, () -> codes(routing));
        }

        /** Codes of different uses may have the same key: the id is {@code USE/KEY}. */
        @Override
        public Map<String, Object> saving(String id, Map<String, Object> item) {
            int slash = id.indexOf('/');
            Map<String, Object> body = new TreeMap<>(item);
            body.put("use", slash < 0 ? "" : id.substring(0, slash));
            body.put("key", id.substring(slash + 1));
            return body;
        }
    }

    /** {@code matrix}: what may come beside each kind of work. */
    @Component(service = ConfigPart.class)
    public static final class Matrix extends TextPart {
        @Activate
        public Matrix(@Reference RoutingComponent routing) {
            super(new Name("matrix", "matrix", "doing"), Set.of(), false, () -> matrix(routing));
        }
    }

    /** {@code queues}. */
    @Component(service = ConfigPart.class)
    public static final class Queues extends TextPart {
        @Activate
        public Queues(@Reference RoutingComponent routing) {
            super(new Name("queues", "queue"), Set.of("units", "skills", "codes"), true, () -> queues(routing));
        }
    }

    private static Map<String, Map<String, Object>> skills(RoutingComponent routing) {
        Map<String, Map<String, Object>> items = new TreeMap<>();
        routing.skills().forEach(skill -> items.put(skill.id().value(), Map.of("name", skill.name())));
        return items;
    }

    private static Map<String, Map<String, Object>> matrix(RoutingComponent routing) {
        Map<String, Map<String, Object>> items = new TreeMap<>();
        routing.matrix().meetings().forEach((doing, coming) -> {
            Map<String, Object> fields = new TreeMap<>(RoutingSettings.body(doing, coming));
            fields.remove("doing");
            items.put(doing.value(), fields);
        });
        return items;
    }

    private static Map<String, Map<String, Object>> codes(RoutingComponent routing) {
        Map<String, Map<String, Object>> items = new TreeMap<>();
        for (Code.Use use : Code.Use.values()) {
            for (Code code : routing.codes(use)) {
                Map<String, Object> fields = new TreeMap<>(RoutingSettings.body(code));
                fields.keySet().removeAll(Set.of("use", "key"));
                items.put(use.name() + "/" + code.key(), fields);
            }
        }
        return items;
    }

    private static Map<String, Map<String, Object>> queues(RoutingComponent routing) {
        Map<String, Map<String, Object>> items = new TreeMap<>();
        for (QueueSettings queue : routing.queues(Scope.system())) {
            Map<String, Object> fields = new TreeMap<>(RoutingSettings.body(queue));
            fields.remove("queue");
            fields.put("unit", queue.unit().value());
            items.put(queue.id().value(), fields);
        }
        return items;
    }
}
