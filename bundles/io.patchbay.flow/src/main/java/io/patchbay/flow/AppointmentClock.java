// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.WorkKind;
import io.patchbay.flow.appointment.AppointmentChannel;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.Intake;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a second which appointments are due, and makes contacts of them. */
@Component(service = Channel.class, immediate = true)
public final class AppointmentClock implements Channel {
    private static final Logger log = LoggerFactory.getLogger(AppointmentClock.class);

    private final AppointmentChannel channel;
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "patchbay-flow-timer-1"));

    @Activate
    public AppointmentClock(
            @Reference AppointmentComponent appointments, @Reference Intake intake, @Reference Threads threads) {
        channel = new AppointmentChannel(appointments.book(), intake, (id, contact) -> {
            var unused = threads.run(() -> {
                appointments.book().begun(id, contact);
                return new CommandResult.Done();
            });
        });
        var unused = timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void look() {
        try {
            channel.look();
        } catch (RuntimeException e) { // the top of the timer's thread
            log.warn("Appointments cannot be begun; it is tried again", e);
        }
    }

    @Override
    public ChannelKey key() {
        return channel.key();
    }

    @Override
    public WorkKind kind() {
        return channel.kind();
    }

    @Override
    public String name(Locale locale) {
        return channel.name(locale);
    }
}
