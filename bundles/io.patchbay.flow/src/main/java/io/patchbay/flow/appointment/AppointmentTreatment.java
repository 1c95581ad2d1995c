// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.appointment;

import io.patchbay.api.address.Address;
import io.patchbay.flow.api.Appointment;
import io.patchbay.spi.treatment.Sentence;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.Treatment;
import io.patchbay.spi.treatment.TreatmentQuestion;
import java.util.Optional;
import java.util.UUID;

/** Puts an appointment before what came since, with its agent first. */
public final class AppointmentTreatment implements Treatment {
    private static final int CREDIT = 120;

    private final AppointmentBook book;

    public AppointmentTreatment(AppointmentBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "flow.appointments";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Treated treat(TreatmentQuestion question) {
        if (!question.contact().channel().equals(AppointmentChannel.KEY)) {
            return Treated.nothing();
        }
        return question.contact()
                .to()
                .filter(Address.Handle.class::isInstance)
                .flatMap(to -> book.find(UUID.fromString(((Address.Handle) to).value())))
                .map(AppointmentTreatment::treated)
                .orElseGet(Treated::nothing);
    }

    private static Treated treated(Appointment appointment) {
        String whom = appointment.agent().map(Object::toString).orElse("");
        return new Treated.CallBack(
                CREDIT,
                appointment.agent(),
                Optional.empty(),
                new Sentence("", ""),
                Sentence.of(
                        whom.isEmpty() ? "Appointment at {0}" : "Appointment at {0}, {1} first",
                        whom.isEmpty() ? "预约 {0}" : "预约 {0}，先找 {1}",
                        appointment.at().toString(),
                        whom));
    }
}
