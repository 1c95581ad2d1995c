// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.store;

import io.patchbay.settings.api.Revision;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.store.json.CanonicalJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** One state of a setting in its table; rows are only ever added. */
@Entity
@Table(name = "setting_revision")
public class RevisionRow {
    @Id
    private String id;

    private String kind;
    private String setting;
    private int number;

    @Column(name = "at_millis")
    private long atMillis;

    private String actor;
    private String content;

    /** For EclipseLink. */
    protected RevisionRow() {}

    RevisionRow(SettingKind kind, String setting, Revision revision) {
        this.id = kind.name() + "/" + setting + "#" + revision.number();
        this.kind = kind.name();
        this.setting = setting;
        this.number = revision.number();
        this.atMillis = revision.at().toEpochMilli();
        this.actor = revision.actor();
        this.content = revision.content().map(CanonicalJson::write).orElse(null);
    }

    Kept kept() {
        Revision revision = new Revision(
                number,
                Instant.ofEpochMilli(atMillis),
                actor,
                Optional.ofNullable(content).map(CanonicalJson::read));
        return new Kept(SettingKind.valueOf(kind), setting, revision);
    }

    /**
     * A row.
     *
     * @param kind of the setting
     * @param id of the setting
     * @param revision its state
     */
    public record Kept(SettingKind kind, String id, Revision revision) {}
}
