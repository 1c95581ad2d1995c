// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.access;

import io.patchbay.api.people.People;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.PermissionType;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * What these views read.
 *
 * @param people units and people
 * @param security sessions, second factors, service accounts
 * @param declarations of the bundles there are
 */
record Access(People people, AccountSecurity security, Supplier<List<Declarations>> declarations) {
    List<PermissionType> permissions() {
        return declarations.get().stream()
                .flatMap(bundle -> bundle.permissions().stream())
                .sorted(Comparator.comparing(PermissionType::key))
                .toList();
    }
}
