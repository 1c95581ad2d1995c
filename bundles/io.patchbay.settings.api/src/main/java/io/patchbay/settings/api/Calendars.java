// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Calendars of rules. Answers from memory; safe for any thread. */
@ProviderType
public interface Calendars {
    /**
     * All calendars.
     *
     * @return by name
     */
    List<RuleCalendar> calendars();

    /**
     * All packs of public holidays.
     *
     * @return by name
     */
    List<HolidayPack> holidays();

    /**
     * Whether a calendar is open at a moment, past or future, by what it says now.
     *
     * @param calendar its name
     * @param at when
     * @return empty if there is no such calendar
     */
    Optional<Opening> opening(String calendar, Instant at);

    /**
     * What a calendar says of a moment.
     *
     * @param open whether it is open
     * @param english why: the hours, the holiday, the special day
     * @param chinese the same in zh-CN
     * @param nextChange when it next opens or closes; empty if it does not within 400 days
     */
    record Opening(boolean open, String english, String chinese, Optional<Instant> nextChange) {
        public Opening {
            Objects.requireNonNull(english, "english");
            Objects.requireNonNull(chinese, "chinese");
            Objects.requireNonNull(nextChange, "nextChange");
        }

        /**
         * Why, in a reader's language.
         *
         * @param locale the reader's
         * @return Chinese for any {@code zh}, else English
         */
        public String reason(Locale locale) {
            return locale.getLanguage().equals("zh") ? chinese : english;
        }
    }
}
