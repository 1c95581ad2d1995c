// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.media.G711;
import io.patchbay.media.Leg;
import io.patchbay.media.LegQuality;
import io.patchbay.media.Playlist;
import io.patchbay.media.RemoteMedia;
import io.patchbay.media.SecuredPath;
import io.patchbay.media.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A leg without sound: it keeps what it was told. */
final class KeptLeg implements Leg {
    static final int PORT = 20_000;

    final List<Playlist> played = new ArrayList<>();
    final List<RemoteMedia> remotes = new ArrayList<>();
    String direction = "";
    boolean quiet = true;

    Playlist playing() {
        return played.get(played.size() - 1);
    }

    @Override
    public int rtpPort() {
        return PORT;
    }

    @Override
    public Side side() {
        return Side.CUSTOMER;
    }

    @Override
    public void secured(SecuredPath path, G711 codec, int dtmfPayload) {}

    @Override
    public void remote(RemoteMedia remote) {
        remotes.add(remote);
    }

    @Override
    public void hears(Set<Leg> speakers) {}

    @Override
    public void play(Playlist list) {
        played.add(list);
        quiet = false;
    }

    @Override
    public void stopPlaying() {
        quiet = true;
    }

    @Override
    public void press(String digits) {}

    @Override
    public void mute(boolean muted) {}

    @Override
    public void direction(boolean sends, boolean receives) {
        direction = (sends ? "sends" : "") + (receives ? "receives" : "");
    }

    @Override
    public LegQuality quality() {
        return new LegQuality(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public void close() {}
}
