// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import io.patchbay.channel.voice.socket.SocketTally;
import io.patchbay.sip.SipFigures;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Figures of calls, SIP and media. */
@Component
public final class VoiceFigures implements MeterSource {
    private static final Meter CALLS = Meter.gauge("patchbay_voice_calls", "Calls that are up or on their way");
    private static final Meter PHONES =
            Meter.gauge("patchbay_voice_phones_registered", "Agents' extensions with a registered phone");
    private static final Meter DRAINING =
            Meter.gauge("patchbay_voice_draining", "1 while no new calls are taken on purpose");
    private static final Meter SIP_REQUESTS = Meter.counter(
            "patchbay_sip_requests_total",
            "SIP requests by what became of them: admitted, challenged, dropped",
            "fate");
    private static final Meter SIP_REFUSED =
            Meter.counter("patchbay_sip_refused_total", "SIP requests refused without state, by status", "status");
    private static final Meter SIP_ERRORS =
            Meter.counter("patchbay_sip_parse_errors_total", "Messages that were no legal SIP");
    private static final Meter SIP_TRANSACTIONS =
            Meter.gauge("patchbay_sip_transactions", "SIP transactions in use", "side");
    private static final Meter SIP_CALLS = Meter.gauge("patchbay_sip_calls", "SIP calls in use");

    private static final Meter SIP_SOCKETS =
            Meter.gauge("patchbay_sip_websockets", "WebSockets of phones that are open");
    private static final Meter SIP_SOCKETS_CLOSED = Meter.counter(
            "patchbay_sip_websockets_refused_total",
            "WebSockets of phones that were refused or closed by us, by reason: origin, protocol, full, slow, silent,"
                    + " illegible, fast, unused",
            "reason");

    private final VoiceComponent voice;

    @Activate
    public VoiceFigures(@Reference VoiceComponent voice) {
        this.voice = voice;
    }

    @Override
    public List<Meter> meters() {
        return List.of(
                CALLS,
                PHONES,
                DRAINING,
                SIP_REQUESTS,
                SIP_REFUSED,
                SIP_ERRORS,
                SIP_TRANSACTIONS,
                SIP_CALLS,
                SIP_SOCKETS,
                SIP_SOCKETS_CLOSED);
    }

    @Override
    public void measure(Readings readings) {
        VoiceNode node = voice.node();
        readings.value(CALLS, node.calls().count());
        readings.value(PHONES, registered(node));
        readings.value(DRAINING, node.draining() ? 1 : 0);
        for (SocketTally.Reason reason : SocketTally.Reason.values()) {
            readings.value(SIP_SOCKETS_CLOSED, node.sockets().of(reason), reason.word());
        }
        node.sip().ifPresent(sip -> measure(sip.figures(), readings));
    }

    private static long registered(VoiceNode node) {
        return node.extensions().agents().stream()
                .flatMap(agent -> node.extensions().of(agent).stream())
                .filter(extension -> !node.phones().bindings(extension).isEmpty())
                .count();
    }

    private static void measure(SipFigures sip, Readings readings) {
        readings.value(SIP_REQUESTS, sip.admitted(), "admitted");
        readings.value(SIP_REQUESTS, sip.challenged(), "challenged");
        readings.value(SIP_REQUESTS, sip.dropped(), "dropped");
        sip.refused().forEach((status, count) -> readings.value(SIP_REFUSED, count, String.valueOf(status)));
        readings.value(SIP_ERRORS, sip.parseErrors());
        readings.value(SIP_TRANSACTIONS, sip.serverTransactions(), "server");
        readings.value(SIP_TRANSACTIONS, sip.clientTransactions(), "client");
        readings.value(SIP_CALLS, sip.calls());
        readings.value(SIP_SOCKETS, sip.flows());
    }
}
