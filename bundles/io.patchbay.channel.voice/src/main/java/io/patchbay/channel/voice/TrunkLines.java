// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.channel.voice.door.Trunk;
import io.patchbay.channel.voice.door.TrunkSettings;
import io.patchbay.sip.Registration;
import io.patchbay.sip.RegistrationListener;
import io.patchbay.sip.RegistrationSettings;
import io.patchbay.sip.SipNode;
import io.patchbay.sip.Watch;
import io.patchbay.sip.WatchListener;
import io.patchbay.sip.WatchSettings;
import io.patchbay.sip.digest.Login;
import io.patchbay.sip.message.Peer;
import io.patchbay.spi.channel.ChannelAccount;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trunks of a node and their registrations. Trunks come and go while others talk. */
final class TrunkLines {
    private static final int EXPIRES_SECONDS = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final VoiceNode node;
    private final Map<Trunk, Registration> registrations = new HashMap<>();
    private final Map<Trunk, Watch> watches = new HashMap<>();

    TrunkLines(VoiceNode node) {
        this.node = node;
    }

    synchronized void add(Trunk trunk) {
        node.places().add(trunk);
        register();
    }

    synchronized void remove(Trunk trunk) {
        node.places().remove(trunk);
        Registration registration = registrations.remove(trunk);
        if (registration != null) {
            registration.close();
        }
        Watch watch = watches.remove(trunk);
        if (watch != null) {
            watch.close();
        }
    }

    /** Registers and watches those that are not yet, once SIP is open. */
    synchronized void register() {
        Optional<SipNode> sip = node.sip();
        if (sip.isEmpty()) {
            return;
        }
        for (Trunk trunk : node.places().trunks()) {
            TrunkSettings settings = trunk.settings();
            if (!settings.user().isEmpty() && !registrations.containsKey(trunk)) {
                registrations.put(trunk, sip.get().register(registration(settings), new Told(trunk)));
            }
            Duration every = settings.outward().watch();
            if (!every.isZero() && !watches.containsKey(trunk)) {
                watches.put(
                        trunk, sip.get().watch(new WatchSettings(peer(settings), every, PATIENCE), new Seen(trunk)));
            }
        }
    }

    private static Peer peer(TrunkSettings settings) {
        return new Peer(settings.host(), settings.port(), settings.transport());
    }

    private static RegistrationSettings registration(TrunkSettings settings) {
        return new RegistrationSettings(
                peer(settings),
                settings.host(),
                new Login(settings.user(), settings.password(), settings.host(), Optional.empty()),
                EXPIRES_SECONDS);
    }

    List<ChannelAccount> accounts() {
        return node.places().trunks().stream()
                .map(Trunk::account)
                .sorted(Comparator.comparing(ChannelAccount::pid))
                .toList();
    }

    private record Told(Trunk trunk) implements RegistrationListener {
        @Override
        public void registered(int seconds) {
            trunk.tell(ChannelAccount.State.UP, "");
        }

        @Override
        public void failed(int status, String reason) {
            boolean refused = status >= 400 && status < 500 && status != 408;
            trunk.tell(
                    refused ? ChannelAccount.State.REFUSED : ChannelAccount.State.DOWN,
                    status + (reason.isEmpty() ? "" : " " + reason));
        }
    }

    private record Seen(Trunk trunk) implements WatchListener {
        @Override
        public void there() {
            trunk.there();
        }

        @Override
        public void away(int status) {
            trunk.away(status == 408 ? "no answer to OPTIONS" : "OPTIONS: " + status);
        }
    }
}
