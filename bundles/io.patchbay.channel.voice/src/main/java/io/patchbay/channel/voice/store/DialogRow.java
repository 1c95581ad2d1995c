// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.store;

import io.patchbay.sip.call.KeptDialog;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The dialog of an answered call, kept so that nobody is left in silence by a process that was killed. */
@Entity
@Table(name = "voice_dialog")
public class DialogRow {
    @Id
    private String id;

    private String dialog;

    /** For EclipseLink. */
    protected DialogRow() {}

    DialogRow(KeptDialog kept) {
        id = kept.id();
        dialog = kept.text();
    }

    KeptDialog dialog() {
        return KeptDialog.read(dialog);
    }
}
