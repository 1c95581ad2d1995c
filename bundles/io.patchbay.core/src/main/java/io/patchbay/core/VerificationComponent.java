// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.content.ContentVault;
import io.patchbay.api.journal.Verification;
import io.patchbay.core.verify.JournalVerification;
import io.patchbay.spi.journal.JournalCheck;
import io.patchbay.store.Database;
import io.patchbay.store.Home;
import io.patchbay.store.KeyProof;
import io.patchbay.store.content.ContentFiles;
import io.patchbay.store.recording.RecordingFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Verification as a service; checks of other bundles come and go. */
@Component
public final class VerificationComponent implements Verification {
    private final JournalVerification verification;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<JournalCheck> checks = List.of();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile WitnessComponent witness;

    @Activate
    public VerificationComponent(
            @Reference JournalComponent journal,
            @Reference Database database,
            @Reference KeyProof keys,
            @Reference ContentVault vault,
            @Reference Home home) {
        verification = new JournalVerification(new JournalVerification.Parts(
                database.dataSource(),
                keys,
                new ContentFiles(home.data().resolve("content"), vault),
                new RecordingFiles(home.recordings(), vault),
                journal::head,
                () -> Optional.ofNullable(witness).flatMap(WitnessComponent::file),
                () -> checks));
    }

    @Override
    public Report verify(Optional<Path> heads) {
        return verification.verify(heads);
    }
}
