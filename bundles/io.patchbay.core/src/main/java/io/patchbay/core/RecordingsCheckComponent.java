// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.content.ContentVault;
import io.patchbay.api.recording.RecordingsCheck;
import io.patchbay.core.verify.RecordingVerification;
import io.patchbay.store.Database;
import io.patchbay.store.Home;
import io.patchbay.store.KeyProof;
import io.patchbay.store.recording.RecordingFiles;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Holds recordings against the journal, as a service. */
@Component
public final class RecordingsCheckComponent implements RecordingsCheck {
    private final RecordingVerification verification;

    @Activate
    public RecordingsCheckComponent(
            @Reference JournalComponent migrated,
            @Reference Database database,
            @Reference KeyProof keys,
            @Reference ContentVault vault,
            @Reference Home home) {
        verification = new RecordingVerification(
                database.dataSource(), keys, new RecordingFiles(home.recordings(), vault), InstantSource.system());
    }

    @Override
    public Report check(Consumer<Progress> progress) {
        return verification.check(progress);
    }
}
