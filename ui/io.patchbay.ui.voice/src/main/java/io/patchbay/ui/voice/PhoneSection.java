// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import com.vaadin.flow.component.Component;
import io.patchbay.api.people.Person;
import io.patchbay.channel.voice.api.VoiceSettings;
import io.patchbay.channel.voice.api.VoiceSettings.PhoneLine;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** The agents' phones. */
final class PhoneSection {
    private final VoiceAdmin admin;
    private final VoiceSettings voice;
    private final ViewContext context;
    private final Words words;

    PhoneSection(VoiceAdmin admin, VoiceSettings voice, ViewContext context, Words words) {
        this.admin = admin;
        this.voice = voice;
        this.context = context;
        this.words = words;
    }

    Component section(String chosen) {
        List<PhoneLine> phones = voice.phones();
        List<Item> items = phones.stream().map(this::item).toList();
        ListAndForm view = new ListAndForm("channels/phones", words.get("section.phones"), items, chosen, context);
        Optional<PhoneLine> phone = phones.stream()
                .filter(one -> one.account().extension().equals(chosen))
                .findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(
                create || phone.isPresent()
                        ? new PhoneForm(phone, admin, context, words).build()
                        : Vacant.page(words.get("choose"), ""));
        return view;
    }

    private Item item(PhoneLine line) {
        String extension = line.account().extension();
        boolean registered = !line.registeredFrom().isEmpty();
        String owner = admin.owner(context.scope(), extension).map(Person::name).orElse(words.get("phone.nobody"));
        return new Item(
                extension,
                extension + " " + owner,
                words.get(registered ? "phone.registered" : "phone.away"),
                registered ? "check" : "minus",
                !registered);
    }
}
