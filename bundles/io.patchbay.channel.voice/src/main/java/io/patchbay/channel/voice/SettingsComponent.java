// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.api.PhoneAccount;
import io.patchbay.channel.voice.api.VoiceSettings;
import io.patchbay.sip.registrar.Binding;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Voice settings for readers, as a service. */
@Component
public final class SettingsComponent implements VoiceSettings {
    private final VoiceNode node;

    @Activate
    public SettingsComponent(@Reference VoiceComponent voice) {
        node = voice.node();
    }

    @Override
    public List<DialledNumber> numbers() {
        return node.book().numbers();
    }

    @Override
    public List<PhoneLine> phones() {
        return node.book().phones().stream().map(this::line).toList();
    }

    private PhoneLine line(PhoneAccount account) {
        Optional<Binding> binding =
                node.phones().bindings(account.extension()).stream().findFirst();
        return new PhoneLine(
                account,
                binding.map(now -> now.flow().host() + ":" + now.flow().port() + " "
                                + now.flow().transport().word())
                        .orElse(""),
                binding.map(Binding::userAgent).orElse(""));
    }

    @Override
    public List<String> greetings() {
        return node.prompts().greetings();
    }

    @Override
    public int calls() {
        return node.calls().count();
    }

    @Override
    public boolean draining() {
        return node.draining();
    }
}
