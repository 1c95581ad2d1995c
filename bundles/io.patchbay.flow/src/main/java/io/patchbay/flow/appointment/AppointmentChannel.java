// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.appointment;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.flow.api.Appointment;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.channel.OverloadException;
import io.patchbay.spi.channel.SignalSink;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a contact of each appointment whose time has come. Its id is the contact's remote id: one that is begun again
 * after a kill is the same contact.
 */
public final class AppointmentChannel implements Channel {
    /** The channel's name. */
    public static final ChannelKey KEY = new ChannelKey("appointment");

    private static final Logger log = LoggerFactory.getLogger(AppointmentChannel.class);

    private final AppointmentBook book;
    private final Intake intake;
    private final BiConsumer<UUID, InteractionId> begun;
    private final Set<UUID> opening = ConcurrentHashMap.newKeySet();

    /** {@code begun} keeps which contact an appointment became; returns at once. */
    public AppointmentChannel(AppointmentBook book, Intake intake, BiConsumer<UUID, InteractionId> begun) {
        this.book = book;
        this.intake = intake;
        this.begun = begun;
    }

    @Override
    public ChannelKey key() {
        return KEY;
    }

    @Override
    public WorkKind kind() {
        return new WorkKind("call");
    }

    @Override
    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? "预约" : "Appointment";
    }

    /** Begins what is due; what cannot be kept now is tried again the next time. */
    public void look() {
        for (Appointment due : book.due()) {
            if (opening.add(due.id())) {
                open(due);
            }
        }
    }

    private void open(Appointment due) {
        Line line = new Line(due.id());
        try {
            line.sink = intake.open(arrival(due), line);
        } catch (OverloadException e) {
            opening.remove(due.id());
            log.warn("Appointment {} waits: {}", due.id(), e.getMessage());
        }
    }

    private static Arrival arrival(Appointment due) {
        return new Arrival(
                KEY,
                new WorkKind("call"),
                due.with().number(),
                Optional.of(new Address.Handle(KEY.value(), due.id().toString())),
                due.queue(),
                Optional.empty(),
                Optional.of(due.id().toString()),
                new Arrival.About(Optional.empty(), Optional.of(due.matter()), "zh-CN"),
                List.of());
    }

    /** The contact of an appointment: nobody is on the line, the agent calls; when he ends it, it is over. */
    private final class Line implements ChannelSession {
        private final UUID appointment;
        private volatile SignalSink sink = signal -> {};

        Line(UUID appointment) {
            this.appointment = appointment;
        }

        @Override
        public void committed(InteractionId id, ConversationId conversation) {
            begun.accept(appointment, id);
        }

        @Override
        public void refused(Problem problem) {
            opening.remove(appointment);
            log.warn("Appointment {} waits: {}", appointment, problem.english());
        }

        @Override
        public void accepted(MessageId id, Instant at) {}

        @Override
        public void queued(QueuePlace place) {}

        @Override
        public void connect(AgentId agent, String name) {}

        @Override
        public boolean reads() {
            return false;
        }

        @Override
        public void send(OutboundMessage message) {
            sink.signal(new ChannelSignal.MessageFailed(message.id(), "an appointment takes no messages"));
        }

        @Override
        public void typing() {}

        @Override
        public void end() {}
    }
}
