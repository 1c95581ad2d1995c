// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.api;

import io.patchbay.api.command.Command;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What operators do with features. */
public sealed interface FeatureCommand extends Command {
    /** The permission all of them need. */
    String PERMISSION = "feature.change";

    /**
     * Which feature.
     *
     * @return its name, for example {@code patchbay-sms}; {@code sms} means the same
     */
    String feature();

    /**
     * {@code feature.install}.
     *
     * @param feature which
     * @param version which of several; empty for the newest
     */
    record Install(String feature, Optional<String> version) implements FeatureCommand {
        public Install {
            Objects.requireNonNull(feature, "feature");
            Objects.requireNonNull(version, "version");
        }
    }

    /**
     * {@code feature.update}: another version in place of the installed one.
     *
     * @param feature which
     * @param version which; empty for the newest
     * @param drain as for {@link Uninstall}
     */
    record Update(String feature, Optional<String> version, Optional<Duration> drain) implements FeatureCommand {
        public Update {
            Objects.requireNonNull(feature, "feature");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(drain, "drain");
        }
    }

    /**
     * {@code feature.uninstall}. Its tables and its settings stay.
     *
     * @param feature which
     * @param drain how long its running contacts (calls) may go on while no new ones are taken; what is left then is
     *     ended, at once for zero. Empty: refused while there are some
     */
    record Uninstall(String feature, Optional<Duration> drain) implements FeatureCommand {
        public Uninstall {
            Objects.requireNonNull(feature, "feature");
            Objects.requireNonNull(drain, "drain");
        }
    }
}
