// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.api.access.Scope;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.flow.api.Appointment;
import io.patchbay.flow.api.Appointments;
import io.patchbay.flow.appointment.AppointmentBook;
import io.patchbay.flow.appointment.AppointmentTreatment;
import io.patchbay.flow.store.AppointmentTable;
import io.patchbay.spi.erasure.Identities;
import io.patchbay.spi.erasure.PersonalRecords;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.Treatment;
import io.patchbay.spi.treatment.TreatmentQuestion;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The appointments as services. */
@Component(service = {Appointments.class, Treatment.class, PersonalRecords.class, AppointmentComponent.class})
public final class AppointmentComponent implements Appointments, Treatment, PersonalRecords {
    private final AppointmentBook book;
    private final Treatment treatment;

    @Activate
    public AppointmentComponent(
            @Reference(target = "(osgi.unit.name=flow)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference ContentVault vault,
            @Reference Queues queues,
            @Reference People people) {
        book = new AppointmentBook(
                new AppointmentTable(transactions, outbox, vault),
                queue -> queues.queue(Scope.system(), queue).map(QueueSettings::unit),
                agent ->
                        people.person(Scope.system(), new UserId(agent.value())).isPresent(),
                InstantSource.system());
        treatment = new AppointmentTreatment(book);
    }

    AppointmentBook book() {
        return book;
    }

    @Override
    public List<Appointment> appointments(Scope scope) {
        return book.appointments(scope);
    }

    @Override
    public String name() {
        return treatment.name();
    }

    @Override
    public int order() {
        return treatment.order();
    }

    @Override
    public Treated treat(TreatmentQuestion question) {
        return treatment.treat(question);
    }

    @Override
    public Map<String, Integer> erase(Identities person) {
        return Map.of("flow_appointment", book.erase(person));
    }
}
