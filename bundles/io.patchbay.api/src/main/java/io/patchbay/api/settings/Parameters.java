// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.settings;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.watch.Watch;
import java.time.Duration;
import java.time.LocalTime;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Parameters as they are now. Answers from memory, always with a value that fits the parameter's kind; safe for any
 * thread. Read a value when it is needed, never keep it. Changes are commands.
 */
@ProviderType
public interface Parameters {
    /** Always the standard values, for tests and for parts that run without settings. */
    Parameters STANDARD = new Parameters() {
        @Override
        public Object value(ParameterType type, UnitId unit) {
            return type.standard();
        }

        @Override
        public Object value(ParameterType type, UnitId unit, QueueId queue) {
            return type.standard();
        }

        @Override
        public Watch watch(Runnable changed) {
            return () -> {};
        }
    };

    /**
     * The value for a unit: its own, else that of the nearest unit above it that has one, else the installation's, else
     * the standard.
     *
     * @param type which
     * @param unit whose
     * @return a JSON value as the kind says
     */
    Object value(ParameterType type, UnitId unit);

    /**
     * The value for a queue: its own, else its unit's as {@link #value(ParameterType, UnitId)} says.
     *
     * @param type which
     * @param unit the queue's unit
     * @param queue whose
     * @return a JSON value as the kind says
     */
    Object value(ParameterType type, UnitId unit, QueueId queue);

    /**
     * Tells of changes, also of those by the calendar (a dated value begins or ends, told within a minute).
     *
     * @param changed called on a thread of Patchbay's: returns at once
     * @return ends it
     */
    Watch watch(Runnable changed);

    /**
     * The installation's text.
     *
     * @param type a {@link ParameterKind.Text}, {@link ParameterKind.Choice} or {@link ParameterKind.TimeOfDay}
     * @return the value
     */
    default String text(ParameterType type) {
        return (String) value(type, UnitId.ROOT);
    }

    /**
     * The installation's number.
     *
     * @param type a {@link ParameterKind.Count}
     * @return the value
     */
    default long number(ParameterType type) {
        return ((Number) value(type, UnitId.ROOT)).longValue();
    }

    /**
     * The installation's yes or no.
     *
     * @param type a {@link ParameterKind.Flag}
     * @return the value
     */
    default boolean flag(ParameterType type) {
        return (Boolean) value(type, UnitId.ROOT);
    }

    /**
     * The installation's length.
     *
     * @param type a {@link ParameterKind.Length}
     * @return the value
     */
    default Duration length(ParameterType type) {
        return Duration.ofSeconds(((Number) value(type, UnitId.ROOT)).longValue());
    }

    /**
     * The installation's time of day.
     *
     * @param type a {@link ParameterKind.TimeOfDay}
     * @return the value
     */
    default LocalTime time(ParameterType type) {
        return LocalTime.parse(text(type));
    }
}
