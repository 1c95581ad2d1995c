// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.recording.RecordingFilter;
import io.patchbay.store.Database;
import io.patchbay.store.Visible;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds recorded contacts; the reader's right to hear recordings is part of the query. */
public final class RecordedContacts {
    private final Database database;
    private final ContentVault vault;

    /** Finds them here. */
    public RecordedContacts(Database database, ContentVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** The leading column is the same in all rows: H2 reads an index in order only if it is named whole. */
    private static String newestFirst(RecordingFilter filter) {
        if (filter.contact().queue().isPresent()) {
            return " order by i.queue desc, i.id desc";
        }
        return filter.code().isPresent() ? " order by r.code desc, r.interaction desc" : " order by i.id desc";
    }

    /** Ids, newest first. */
    public List<InteractionId> find(Scope scope, RecordingFilter filter) {
        StringBuilder sql = new StringBuilder("select i.id from interaction i"
                + " join recorded_contact r on r.interaction = i.id where r.recorded_at is not null");
        List<Object> values = new ArrayList<>();
        filter.address()
                .ifPresent(
                        address -> InteractionTable.and(sql, values, "r.party = ?", vault.lookupHash(address.text())));
        filter.code().ifPresent(code -> InteractionTable.and(sql, values, "r.code = ?", code));
        InteractionTable.narrow(sql, values, filter.contact());
        Visible visible = Visible.byPlace(scope, Permissions.RECORDINGS, "i.unit", "i.queue", "i.channel");
        sql.append(" and ").append(visible.condition());
        values.addAll(visible.values());
        sql.append(newestFirst(filter))
                .append(" limit ")
                .append(filter.contact().limit());
        try (Connection connection = database.dataSource().getConnection()) {
            return InteractionTable.ids(connection, sql.toString(), values);
        } catch (SQLException e) {
            throw new IllegalStateException("recorded contacts cannot be read: " + e.getMessage(), e);
        }
    }
}
