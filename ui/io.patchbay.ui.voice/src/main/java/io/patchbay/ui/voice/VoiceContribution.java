// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.call.FrequentNumbers;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.Queues;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.api.VoiceSettings;
import io.patchbay.spi.channel.Channel;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Brings the administration of voice to the console; it stays, empty, while the channel is away. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class VoiceContribution implements ViewContribution {
    private final VoiceAdmin admin;
    private final AtomicReference<VoiceSettings> voice = new AtomicReference<>();
    private final AtomicReference<FrequentNumbers> frequent = new AtomicReference<>();
    private final List<Channel> channels = new CopyOnWriteArrayList<>();

    @Activate
    public VoiceContribution(@Reference People people, @Reference Queues queues) {
        admin = new VoiceAdmin(
                people,
                queues,
                () -> Optional.ofNullable(voice.get()),
                () -> Optional.ofNullable(frequent.get()),
                () -> channels);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setVoice(VoiceSettings came) {
        voice.set(came);
    }

    public void unsetVoice(VoiceSettings gone) {
        voice.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setFrequent(FrequentNumbers came) {
        frequent.set(came);
    }

    public void unsetFrequent(FrequentNumbers gone) {
        frequent.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addChannel(Channel channel) {
        channels.add(channel);
    }

    public void removeChannel(Channel channel) {
        channels.remove(channel);
    }

    @Override
    public String path() {
        return "channels";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(VoiceContribution.class, locale).get("title");
    }

    @Override
    public String icon() {
        return "phone";
    }

    @Override
    public int order() {
        return 910;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(VoiceCommand.PERMISSION, FrequentNumbers.EDIT, Permissions.OPERATE);
    }

    @Override
    public Component create(ViewContext context) {
        return new VoiceView(admin, context);
    }
}
