// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.store;

import io.patchbay.api.queue.Code;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A code as one version of its tree changed it; rows are only added. */
@Entity
@Table(name = "routing_code_version")
public class CodeVersionRow {
    @Id
    private String id;

    @Column(name = "code_use")
    private String use;

    private int version;

    @Column(name = "at_millis")
    private long at;

    @Column(name = "code_key")
    private String key;

    private String parent;
    private String english;
    private String chinese;
    private boolean retired;

    /** For EclipseLink. */
    protected CodeVersionRow() {}

    CodeVersionRow(CodeChange change) {
        Code code = change.code();
        id = code.use() + "/" + change.version() + "/" + code.key();
        use = code.use().name();
        version = change.version();
        at = change.at().toEpochMilli();
        key = code.key();
        parent = code.parent().orElse("");
        english = code.english();
        chinese = code.chinese();
        retired = code.retired();
    }

    CodeChange change() {
        Optional<String> above = Optional.of(parent).filter(key -> !key.isEmpty());
        return new CodeChange(
                version,
                Instant.ofEpochMilli(at),
                new Code(Code.Use.valueOf(use), key, english, chinese, retired, above));
    }
}
