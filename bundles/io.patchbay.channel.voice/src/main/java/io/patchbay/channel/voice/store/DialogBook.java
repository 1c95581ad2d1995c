// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.store;

import io.patchbay.sip.call.DialogStore;
import io.patchbay.sip.call.KeptDialog;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/** Writes answered calls down, many at a time: a call that is over before it was written costs nothing. Any thread. */
public final class DialogBook implements DialogStore {
    private static final Duration TOGETHER = Duration.ofMillis(200);

    private final VoiceTables tables;
    private final Executor disk;
    private final BiConsumer<Duration, Runnable> later;
    private final Map<String, Optional<KeptDialog>> news = new HashMap<>();
    private boolean due;

    /** {@code later} runs something after a while. */
    public DialogBook(VoiceTables tables, Executor disk, BiConsumer<Duration, Runnable> later) {
        this.tables = tables;
        this.disk = disk;
        this.later = later;
    }

    @Override
    public void kept(KeptDialog dialog) {
        put(dialog.id(), Optional.of(dialog));
    }

    @Override
    public void over(String id) {
        put(id, Optional.empty());
    }

    private void put(String id, Optional<KeptDialog> now) {
        synchronized (news) {
            news.put(id, now);
            if (due) {
                return;
            }
            due = true;
        }
        later.accept(TOGETHER, () -> disk.execute(this::write));
    }

    /** Writes what is not written yet. */
    public synchronized void write() {
        Map<String, Optional<KeptDialog>> written;
        synchronized (news) {
            written = Map.copyOf(news);
            news.clear();
            due = false;
        }
        if (!written.isEmpty()) {
            tables.keepDialogs(written);
        }
    }
}
