// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.people.Person;
import io.patchbay.channel.voice.api.PhoneAccount;
import io.patchbay.channel.voice.api.PhoneAccount.Answering;
import io.patchbay.channel.voice.api.PhoneAccount.Digest;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.api.VoiceSettings.PhoneLine;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Map;
import java.util.Optional;

/** One phone: its extension and password, how it answers, where it is now. */
final class PhoneForm {
    private final Optional<PhoneLine> known;
    private final VoiceAdmin admin;
    private final ViewContext context;
    private final Words words;
    private final EditForm form;
    private final TextField extension;
    private final PasswordField secret;
    private final Select<Digest> digest = new Select<>();
    private final Select<Answering> answering = new Select<>();

    PhoneForm(Optional<PhoneLine> known, VoiceAdmin admin, ViewContext context, Words words) {
        this.known = known;
        this.admin = admin;
        this.context = context;
        this.words = words;
        Optional<PhoneAccount> account = known.map(PhoneLine::account);
        String title = account.map(PhoneAccount::extension).orElse(words.get("phone.new"));
        form = new EditForm(title, owner(), context);
        extension = form.field("extension", new TextField(words.get("phone.extension")));
        extension.setValue(account.map(PhoneAccount::extension).orElse(""));
        extension.setReadOnly(known.isPresent());
        extension.setHelperText(words.get("extension.form"));
        extension.setWidthFull();
        secret = form.field("secret", new PasswordField(words.get("phone.secret")));
        secret.setHelperText(words.get(known.isPresent() ? "secret.keep" : "secret.form"));
        secret.setWidthFull();
        digest.setLabel(words.get("phone.digest"));
        digest.setItems(Digest.values());
        digest.setItemLabelGenerator(one -> words.get("digest." + one));
        digest.setValue(account.map(PhoneAccount::digest).orElse(Digest.MD5));
        digest.setWidthFull();
        answering.setLabel(words.get("phone.answering"));
        answering.setItems(Answering.values());
        answering.setItemLabelGenerator(one -> words.get("answering." + one));
        answering.setValue(account.map(PhoneAccount::answering).orElse(Answering.HANDSET));
        answering.setHelperText(words.get("answering.help"));
        answering.setWidthFull();
        form.field("digest", digest);
        form.field("answering", answering);
    }

    private String owner() {
        return known.map(line -> admin.owner(context.scope(), line.account().extension())
                        .map(Person::name)
                        .orElse(words.get("phone.nobody.help")))
                .orElse(words.get("phone.new.help"));
    }

    Component build() {
        form.section(words.get("phone.account"), "g2", extension, secret, digest, answering);
        known.ifPresent(line -> form.section(words.get("phone.now"), "", now(line)));
        form.saves(() -> "channels/phones/" + extension.getValue().strip(), this::command);
        known.map(line -> line.account().extension())
                .ifPresent(number -> form.removes(number, new VoiceCommand.RemovePhone(number), "channels/phones"));
        return form;
    }

    private Component now(PhoneLine line) {
        boolean registered = !line.registeredFrom().isEmpty();
        HtmlContainer facts = Shape.tag("dl", "kv");
        facts.add(Shape.fact(
                words.get("phone.state"),
                registered
                        ? Shape.badge("ok", "check", words.get("phone.registered"))
                        : Shape.badge("", "minus", words.get("phone.away"))));
        if (registered) {
            facts.add(Shape.fact(words.get("phone.from"), Shape.text("num", line.registeredFrom())));
            facts.add(Shape.fact(
                    words.get("phone.agent"), Shape.text("", line.userAgent().isEmpty() ? "–" : line.userAgent())));
        }
        return facts;
    }

    private Optional<Command> command() {
        PhoneEntry entry = new PhoneEntry(
                extension.getValue(), digest.getValue(), answering.getValue(), secret.getValue(), known.isEmpty());
        Map<String, String> wrong = entry.wrong();
        wrong.forEach((field, why) -> form.wrong(field, words.get(why)));
        return wrong.isEmpty() ? Optional.of(entry.value()) : Optional.empty();
    }
}
