// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import com.vaadin.flow.component.Component;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.api.VoiceSettings;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** The numbers that can be dialled. */
final class NumberSection {
    private final VoiceAdmin admin;
    private final VoiceSettings voice;
    private final ViewContext context;
    private final Words words;

    NumberSection(VoiceAdmin admin, VoiceSettings voice, ViewContext context, Words words) {
        this.admin = admin;
        this.voice = voice;
        this.context = context;
        this.words = words;
    }

    Component section(String chosen) {
        List<DialledNumber> numbers = voice.numbers();
        List<Item> items = numbers.stream()
                .map(one ->
                        new Item(one.number(), one.number(), admin.queue(context.scope(), one.queue()), "phone", false))
                .toList();
        ListAndForm view = new ListAndForm("channels/numbers", words.get("section.numbers"), items, chosen, context);
        Optional<DialledNumber> number =
                numbers.stream().filter(one -> one.number().equals(chosen)).findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(
                create || number.isPresent()
                        ? new NumberForm(number, admin, voice, context, words).build()
                        : Vacant.page(words.get("choose"), ""));
        return view;
    }
}
