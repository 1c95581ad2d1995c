// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import com.icegreen.greenmail.util.GreenMail;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.command.Commands;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.Queues;
import io.patchbay.channel.voice.api.VoiceSettings;
import io.patchbay.demo.DemoMail;
import io.patchbay.demo.DemoSmsc;
import io.patchbay.demo.api.Town;
import io.patchbay.demo.api.TownState;
import io.patchbay.demo.smsc.Smsc;
import io.patchbay.demo.town.folk.Matters;
import io.patchbay.demo.town.pace.Clockwork;
import io.patchbay.demo.town.past.Past;
import io.patchbay.demo.town.seed.Errands;
import io.patchbay.demo.town.seed.TownFiles;
import io.patchbay.demo.town.seed.TownSeed;
import io.patchbay.demo.town.staff.Room;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The town, while the demo runs with it; {@link TownSwitch} lets it be. */
@Component(
        enabled = false,
        immediate = true,
        service = {Town.class, TownComponent.class})
public final class TownComponent implements Town {
    private final Living living;
    private final Founding founding;
    private volatile Optional<VoiceSettings> voice = Optional.empty();

    @Activate
    public TownComponent(
            @Reference Commands commands,
            @Reference Agents agents,
            @Reference Interactions interactions,
            @Reference People people,
            @Reference Queues queues,
            @Reference Journal journal,
            @Reference DemoSmsc smsc,
            @Reference DemoMail mail) {
        Path home = Path.of(System.getProperty("patchbay.home"));
        Room room = new Room(commands, agents, interactions, people, Matters.read(), new Clockwork());
        living = new Living(room, InstantSource.system(), new Memory(home), new Bounds(home));
        TownSeed seed = new TownSeed(new Errands(commands), queues, home);
        Optional<Smsc> service = smsc.smsc();
        Optional<GreenMail> mails = mail.server();
        Past past = new Past(journal, room.matters());
        founding = new Founding(living, seed, new TownFiles(home), past, room.matters(), service, mails);
        founding.begin();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setVoice(VoiceSettings came) {
        voice = Optional.of(came);
        founding.voiceCame();
    }

    void unsetVoice(VoiceSettings gone) {
        if (voice.filter(gone::equals).isPresent()) {
            voice = Optional.empty();
            founding.voiceLeft();
        }
    }

    @Override
    public TownState state() {
        return living.state();
    }

    Living living() {
        return living;
    }

    Founding founding() {
        return founding;
    }

    /** The telephones' settings, while voice is there. */
    Optional<VoiceSettings> voice() {
        return voice;
    }

    @Deactivate
    void close() {
        living.sleep();
        founding.close();
    }
}
