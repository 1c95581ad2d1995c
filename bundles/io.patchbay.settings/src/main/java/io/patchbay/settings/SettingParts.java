// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.api.settings.ParameterType;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.spi.config.ConfigPart;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The settings in the configuration's text, one part a kind. */
final class SettingParts {
    private SettingParts() {}

    /** The name of a kind in the text. */
    static String name(SettingKind kind) {
        return switch (kind) {
            case PARAMETER -> "parameters";
            case DICTIONARY -> "dictionaries";
            case MENU -> "menus";
            case CALENDAR -> "calendars";
            case HOLIDAYS -> "holidays";
        };
    }

    abstract static class Part implements ConfigPart {
        private final SettingKind kind;
        private final SettingsComponent settings;

        Part(SettingKind kind, SettingsComponent settings) {
            this.kind = kind;
            this.settings = settings;
        }

        @Override
        public final String name() {
            return SettingParts.name(kind);
        }

        @Override
        public final Set<String> after() {
            return switch (kind) {
                case PARAMETER -> Set.of("units", "queues", "calendars");
                case MENU -> Set.of("roles");
                case CALENDAR -> Set.of("holidays");
                default -> Set.of();
            };
        }

        @Override
        public final Map<String, Map<String, Object>> items() {
            Map<String, Map<String, Object>> items =
                    new LinkedHashMap<>(settings.book().now().contents(kind));
            if (kind == SettingKind.PARAMETER) {
                settings.types().stream()
                        .filter(type -> type.traits().contains(ParameterType.Trait.SENSITIVE))
                        .forEach(type -> items.keySet()
                                .removeIf(id -> id.equals(type.key()) || id.startsWith(type.key() + "@")));
            }
            return items;
        }

        @Override
        public final String idField() {
            return kind.idField();
        }

        @Override
        public final String saveCommand() {
            return kind.wire() + ".save";
        }

        @Override
        public final Optional<String> removeCommand() {
            return Optional.of(kind.wire() + ".remove");
        }
    }

    /** Settings of one kind. */
    @Component(service = ConfigPart.class)
    public static final class Parameter extends Part {
        @Activate
        public Parameter(@Reference SettingsComponent settings) {
            super(SettingKind.PARAMETER, settings);
        }
    }

    /** Settings of one kind. */
    @Component(service = ConfigPart.class)
    public static final class Dictionary extends Part {
        @Activate
        public Dictionary(@Reference SettingsComponent settings) {
            super(SettingKind.DICTIONARY, settings);
        }
    }

    /** Settings of one kind. */
    @Component(service = ConfigPart.class)
    public static final class Menu extends Part {
        @Activate
        public Menu(@Reference SettingsComponent settings) {
            super(SettingKind.MENU, settings);
        }
    }

    /** Settings of one kind. */
    @Component(service = ConfigPart.class)
    public static final class Calendar extends Part {
        @Activate
        public Calendar(@Reference SettingsComponent settings) {
            super(SettingKind.CALENDAR, settings);
        }
    }

    /** Settings of one kind. */
    @Component(service = ConfigPart.class)
    public static final class Holidays extends Part {
        @Activate
        public Holidays(@Reference SettingsComponent settings) {
            super(SettingKind.HOLIDAYS, settings);
        }
    }
}
