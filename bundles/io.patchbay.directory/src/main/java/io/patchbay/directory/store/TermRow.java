// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.people.StaffTerm;
import io.patchbay.directory.json.PeopleFields;
import io.patchbay.directory.json.TermJson;
import io.patchbay.store.json.CanonicalJson;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A post, level, group or field in its table. */
@Entity
@Table(name = "staff_term")
public class TermRow {
    @Id
    private String id;

    private String body;

    /** For EclipseLink. */
    protected TermRow() {}

    TermRow(StaffTerm term) {
        id = id(term.kind(), term.id());
        body = CanonicalJson.write(TermJson.of(term));
    }

    static String id(StaffTerm.Kind kind, String id) {
        return kind.wire() + ":" + id;
    }

    StaffTerm term() {
        return TermJson.term(new PeopleFields(CanonicalJson.read(body)));
    }
}
