// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.settings.api.Revision;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.settings.config.YamlIn;
import io.patchbay.settings.store.RevisionRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings that are there when Patchbay is installed: {@code built-in.yaml}. They can be changed like all others.
 */
final class BuiltIn {
    private BuiltIn() {}

    static List<RevisionRow.Kept> settings() {
        YamlIn.Parsed parsed = YamlIn.read(text());
        if (!parsed.faults().isEmpty()) {
            throw new IllegalStateException("built-in.yaml: " + parsed.faults());
        }
        List<RevisionRow.Kept> settings = new ArrayList<>();
        for (SettingKind kind : SettingKind.values()) {
            parsed.parts()
                    .getOrDefault(SettingParts.name(kind), java.util.Map.of())
                    .forEach((id, item) -> settings.add(new RevisionRow.Kept(
                            kind, id, new Revision(0, Instant.EPOCH, "system:patchbay", Optional.of(item.fields())))));
        }
        return settings;
    }

    private static String text() {
        try (InputStream in = BuiltIn.class.getResourceAsStream("built-in.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("built-in.yaml", e);
        }
    }
}
