// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.textfield.TextField;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A day and time as people type it, in the reader's zone. */
public final class MomentField extends TextField {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ZoneId zone;

    /**
     * A field.
     *
     * @param label its name
     * @param value what stands in it
     * @param zone the reader's
     */
    public MomentField(String label, Optional<Instant> value, ZoneId zone) {
        super(label);
        this.zone = zone;
        setPlaceholder("2026-12-01 09:00");
        setMaxLength(16);
        setWidthFull();
        value.ifPresent(at -> setValue(FORM.format(at.atZone(zone))));
    }

    /**
     * Whether it is right.
     *
     * @return true if it is empty or a moment
     */
    public boolean right() {
        try {
            moment();
            return true;
        } catch (DateTimeException e) {
            return false; // the form says so at the field
        }
    }

    /**
     * What was typed.
     *
     * @return the moment; empty for nothing
     * @throws DateTimeException if it is none
     */
    public Optional<Instant> moment() {
        return getValue().isBlank()
                ? Optional.empty()
                : Optional.of(LocalDateTime.parse(getValue().strip(), FORM)
                        .atZone(zone)
                        .toInstant());
    }
}
