// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.UserId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.watch.Watch;
import io.patchbay.reporting.api.ReportKind;
import io.patchbay.reporting.api.ReportRefusedException;
import io.patchbay.reporting.api.ReportRequest;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.Reports;
import io.patchbay.reporting.projection.Projection;
import io.patchbay.reporting.table.ReportDesk;
import io.patchbay.store.Database;
import io.patchbay.store.Migrations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Follows the journal while the bundle is there, and answers for the reports. */
@Component(service = Reports.class, immediate = true)
public final class ReportingComponent implements Reports {
    private final Reports desk;
    private final Watch following;

    /**
     * Brings the tables up to date and begins to follow.
     *
     * @param migrations make the tables
     * @param database where they are
     * @param journal is followed
     * @param people names agents and their units
     * @param queues names queues and goals
     */
    @Activate
    public ReportingComponent(
            @Reference Migrations migrations,
            @Reference Database database,
            @Reference Journal journal,
            @Reference People people,
            @Reference Queues queues) {
        migrations.migrate(
                "io.patchbay.reporting",
                ReportingComponent.class.getClassLoader(),
                "io/patchbay/reporting/changelog.sql");
        Projection projection = new Projection(
                database.dataSource(),
                queue -> queues.queue(Scope.system(), queue)
                        .map(settings -> settings.goal().answerWithin()),
                agent ->
                        people.person(Scope.system(), new UserId(agent.value())).map(Person::unit));
        desk = new ReportDesk(database.dataSource(), projection, journal, people, queues, InstantSource.system());
        following = journal.follow("reporting", projection.checkpoint().seq(), projection::take);
    }

    @Deactivate
    void close() {
        following.close();
    }

    @Override
    public List<ReportKind> kinds() {
        return desk.kinds();
    }

    @Override
    public ReportTable run(Scope scope, ReportRequest request) throws ReportRefusedException {
        return desk.run(scope, request);
    }

    @Override
    public Duration behind() {
        return desk.behind();
    }
}
