// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.store;

import io.patchbay.api.id.WorkKind;
import io.patchbay.api.queue.WorkMatrix.Meeting;
import io.patchbay.store.json.CanonicalJson;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.TreeMap;

/** What may come beside one kind of work, in its table. */
@Entity
@Table(name = "routing_meeting")
public class MeetingRow {
    @Id
    private String doing;

    private String coming;

    /** For EclipseLink. */
    protected MeetingRow() {}

    MeetingRow(WorkKind kind, Map<WorkKind, Meeting> meetings) {
        Map<String, Object> body = new TreeMap<>();
        meetings.forEach((other, meeting) -> body.put(other.value(), meeting.name()));
        doing = kind.value();
        coming = CanonicalJson.write(body);
    }

    WorkKind doing() {
        return new WorkKind(doing);
    }

    Map<WorkKind, Meeting> coming() {
        Map<WorkKind, Meeting> meetings = new TreeMap<>();
        CanonicalJson.read(coming)
                .forEach((kind, meeting) -> meetings.put(new WorkKind(kind), Meeting.valueOf((String) meeting)));
        return meetings;
    }
}
