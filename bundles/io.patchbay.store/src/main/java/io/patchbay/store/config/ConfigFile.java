// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the home's {@code etc} that is ours.
 *
 * @param file its name, for example {@code io.patchbay.channel.sms-north.cfg}
 * @param pid whose configuration it is, {@code io.patchbay.channel.sms}
 * @param name which of several, {@code north}; empty for a configuration there is one of
 */
record ConfigFile(String file, String pid, Optional<String> name) {
    private static final Pattern FORM =
            Pattern.compile("(io\\.patchbay\\.[A-Za-z0-9._]+)(?:-([A-Za-z0-9._-]+))?\\.cfg");

    static Optional<ConfigFile> of(String file) {
        Matcher form = FORM.matcher(file);
        return form.matches()
                ? Optional.of(new ConfigFile(file, form.group(1), Optional.ofNullable(form.group(2))))
                : Optional.empty();
    }
}
