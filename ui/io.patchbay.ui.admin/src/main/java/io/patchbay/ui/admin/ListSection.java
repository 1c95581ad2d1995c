// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.flow.api.ListEntry;
import io.patchbay.flow.api.Listed;
import io.patchbay.flow.api.Party;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The red and the black list: whom they mean, what happens to him, who said so and until when. */
final class ListSection {
    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final String chosen;

    ListSection(Settings settings, ViewContext context, Words words, Optional<String> thing) {
        this.settings = settings;
        this.context = context;
        this.words = words;
        this.chosen = thing.orElse("");
    }

    Component section() {
        LocalDate today = LocalDate.now(context.zone());
        List<Listed> entries = settings.lists().entries(context.scope());
        List<Item> items = entries.stream()
                .map(one -> new Item(
                        one.entry().id().toString(),
                        shown(context.scope(), one.entry()),
                        words.get("list." + one.entry().colour()),
                        one.entry().colour() == ListEntry.Colour.RED ? "star" : "alert",
                        one.entry().term().until().isBefore(today)))
                .toList();
        ListAndForm view = new ListAndForm("admin/lists", words.get("section.lists"), items, chosen, context);
        Optional<Listed> entry = entries.stream()
                .filter(one -> one.entry().id().toString().equals(chosen))
                .findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(
                create || entry.isPresent()
                        ? new ListForm(entry, settings, context, words).build()
                        : Vacant.page(words.get("choose"), ""));
        return view;
    }

    /** A number as far as the reader may see it. */
    static String shown(Scope scope, ListEntry entry) {
        if (entry.party() instanceof Party.OfAddress of) {
            String text = of.text().substring(of.text().indexOf(':') + 1);
            boolean whole = scope.may(Permissions.UNMASKED, Place.of(entry.unit()));
            return whole ? text : io.patchbay.api.access.Mask.ending(text);
        } else if (entry.party() instanceof Party.Numbers numbers) {
            return numbers.prefix() + "*";
        }
        return entry.party().text();
    }
}
