// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.config;

import io.patchbay.store.ConfigValidator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/** Schemas from the metatype of the installed bundles. Called by the guard's thread only. */
final class MetatypeSchemas implements Function<String, Optional<Schema>> {
    private final BundleContext context;
    private final MetaTypeService metatype;
    private final Map<Long, Long> looked = new HashMap<>();
    private final Map<String, Schema> schemas = new HashMap<>();

    MetatypeSchemas(BundleContext context, MetaTypeService metatype) {
        this.context = context;
        this.metatype = metatype;
    }

    @Override
    public Optional<Schema> apply(String pid) {
        for (Bundle bundle : context.getBundles()) {
            boolean resolved = (bundle.getState() & (Bundle.INSTALLED | Bundle.UNINSTALLED)) == 0;
            if (resolved && !Long.valueOf(bundle.getLastModified()).equals(looked.get(bundle.getBundleId()))) {
                looked.put(bundle.getBundleId(), bundle.getLastModified());
                look(bundle);
            }
        }
        return Optional.ofNullable(schemas.get(pid)).filter(schema -> context.getBundle(schema.bundle()) != null);
    }

    private void look(Bundle bundle) {
        if (bundle.findEntries("OSGI-INF/metatype", "*.xml", false) == null) {
            return;
        }
        MetaTypeInformation information = metatype.getMetaTypeInformation(bundle);
        boolean validated = validates(bundle);
        for (String[] pids : List.of(information.getPids(), information.getFactoryPids())) {
            for (String pid : pids) {
                Map<String, Setting> settings = settings(information.getObjectClassDefinition(pid, null));
                schemas.put(pid, new Schema(settings, bundle.getBundleId(), validated));
            }
        }
    }

    private static boolean validates(Bundle bundle) {
        return bundle.adapt(BundleRevision.class).getDeclaredCapabilities("osgi.service").stream()
                .anyMatch(capability -> capability.getAttributes().get("objectClass") instanceof List<?> classes
                        && classes.contains(ConfigValidator.class.getName()));
    }

    static Map<String, Setting> settings(ObjectClassDefinition definition) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        AttributeDefinition[] required = definition.getAttributeDefinitions(ObjectClassDefinition.REQUIRED);
        List<AttributeDefinition> mandatory = required == null ? List.of() : Arrays.asList(required);
        for (AttributeDefinition attribute : definition.getAttributeDefinitions(ObjectClassDefinition.ALL)) {
            String[] options = attribute.getOptionValues();
            settings.put(
                    attribute.getID(),
                    new Setting(
                            attribute.getID(),
                            kind(attribute.getType()),
                            attribute.getCardinality() != 0,
                            mandatory.contains(attribute) && attribute.getDefaultValue() == null,
                            options == null ? List.of() : List.of(options),
                            value -> Optional.ofNullable(attribute.validate(value))
                                    .filter(words -> !words.isEmpty())));
        }
        return settings;
    }

    private static Setting.Kind kind(int type) {
        return switch (type) {
            case AttributeDefinition.BOOLEAN -> Setting.Kind.FLAG;
            case AttributeDefinition.INTEGER,
                    AttributeDefinition.LONG,
                    AttributeDefinition.SHORT,
                    AttributeDefinition.BYTE -> Setting.Kind.WHOLE;
            case AttributeDefinition.DOUBLE, AttributeDefinition.FLOAT -> Setting.Kind.FRACTION;
            case AttributeDefinition.PASSWORD -> Setting.Kind.SECRET;
            default -> Setting.Kind.TEXT;
        };
    }
}
