// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.store;

import io.patchbay.api.queue.Code;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A code in its table. */
@Entity
@Table(name = "routing_code")
public class CodeRow {
    @Id
    private String id;

    @Column(name = "code_use")
    private String use;

    @Column(name = "code_key")
    private String key;

    private String english;
    private String chinese;
    private boolean retired;

    /** For EclipseLink. */
    protected CodeRow() {}

    CodeRow(Code code) {
        id = code.use() + "/" + code.key();
        use = code.use().name();
        key = code.key();
        english = code.english();
        chinese = code.chinese();
        retired = code.retired();
    }

    Code code() {
        return new Code(Code.Use.valueOf(use), key, english, chinese, retired);
    }
}
