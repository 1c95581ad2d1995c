// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor;

import io.patchbay.api.agent.Agents;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.watch.Watch;
import io.patchbay.monitor.figure.AccountFigures;
import io.patchbay.monitor.figure.ContactFigures;
import io.patchbay.monitor.figure.FloorFigures;
import io.patchbay.monitor.figure.HomeFigures;
import io.patchbay.spi.channel.Channel;
import io.patchbay.store.Home;
import java.time.InstantSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The figures that can be read from services of api and spi, so that nobody needs to count them himself. */
@Component(immediate = true)
public final class FiguresComponent implements MeterSource {
    private final List<MeterSource> sources;
    private final Watch contacts;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Channel> channels = List.of();

    @Activate
    public FiguresComponent(
            @Reference Journal journal, @Reference LiveQueues queues, @Reference Agents agents, @Reference Home home) {
        ContactFigures counted = new ContactFigures();
        sources = List.of(
                counted,
                new FloorFigures(queues, agents, InstantSource.system()),
                new AccountFigures(() -> channels),
                new HomeFigures(home));
        contacts = journal.follow("figures", journal.head(), counted::take);
    }

    @Deactivate
    void close() {
        contacts.close();
    }

    @Override
    public List<Meter> meters() {
        return sources.stream().flatMap(source -> source.meters().stream()).toList();
    }

    @Override
    public void measure(Readings readings) {
        sources.forEach(source -> source.measure(readings));
    }
}
