// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import com.vaadin.flow.component.Component;
import io.patchbay.api.call.FrequentNumber;
import io.patchbay.api.call.FrequentNumber.Keeper;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.Unit;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The numbers that units' agents call often. */
final class FrequentSection {
    private final VoiceAdmin admin;
    private final ViewContext context;
    private final Words words;

    FrequentSection(VoiceAdmin admin, ViewContext context, Words words) {
        this.admin = admin;
        this.context = context;
        this.words = words;
    }

    Component section(String chosen) {
        List<FrequentNumber> numbers = admin.frequent()
                .get()
                .map(known -> known.ofUnits(context.scope()))
                .orElse(List.of());
        List<Item> items = numbers.stream()
                .map(one -> new Item(key(one), one.name(), one.number() + " · " + unit(one), "book", false))
                .toList();
        ListAndForm view = new ListAndForm("channels/frequent", words.get("section.frequent"), items, chosen, context);
        Optional<FrequentNumber> number =
                numbers.stream().filter(one -> key(one).equals(chosen)).findFirst();
        view.form(
                chosen.equals(ListAndForm.NEW) || number.isPresent()
                        ? new FrequentForm(number, admin, context, words).build()
                        : Vacant.page(words.get("choose"), ""));
        return view;
    }

    /** Stands in the address, where no number does. */
    static String key(FrequentNumber one) {
        String whole = one.keeper().text() + " " + one.number();
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String unit(FrequentNumber one) {
        UnitId unit = ((Keeper.OfUnit) one.keeper()).unit();
        return admin.people().units(context.scope()).stream()
                .filter(each -> each.id().equals(unit))
                .findFirst()
                .map(Unit::name)
                .orElse(unit.value());
    }
}
