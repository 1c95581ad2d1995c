// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.api.id.RoleId;
import io.patchbay.settings.api.RoleMenu;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Orders and hides what somebody may see anyway. */
final class MenuOrder {
    private final Map<String, RoleMenu> menus;

    MenuOrder(Map<String, RoleMenu> menus) {
        this.menus = menus;
    }

    List<String> rail(Collection<RoleId> roles, List<String> paths) {
        return arranged(roles, paths, RoleMenu::rail, RoleMenu::hidden);
    }

    List<String> panels(Collection<RoleId> roles, List<String> names) {
        return arranged(roles, names, RoleMenu::panels, RoleMenu::hiddenPanels);
    }

    private List<String> arranged(
            Collection<RoleId> roles,
            List<String> there,
            Function<RoleMenu, List<String>> order,
            Function<RoleMenu, List<String>> hidden) {
        List<Optional<RoleMenu>> his = roles.stream()
                .sorted()
                .map(role -> Optional.ofNullable(menus.get(role.value())))
                .toList();
        List<String> shown = new ArrayList<>(there);
        shown.removeIf(name -> !his.isEmpty()
                && his.stream()
                        .allMatch(menu -> menu.map(hidden).orElse(List.of()).contains(name)));
        List<String> first =
                his.stream().flatMap(Optional::stream).findFirst().map(order).orElse(List.of());
        List<String> arranged =
                new ArrayList<>(first.stream().filter(shown::contains).toList());
        shown.removeAll(arranged);
        arranged.addAll(shown);
        return arranged;
    }
}
