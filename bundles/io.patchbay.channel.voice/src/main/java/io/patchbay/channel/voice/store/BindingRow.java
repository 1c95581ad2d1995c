// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.store;

import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import io.patchbay.sip.registrar.Binding;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Where a phone is reached, kept so that phones are back at once after a restart. */
@Entity
@Table(name = "voice_binding")
public class BindingRow {
    private static final int LONGEST_AGENT = 200;

    @Id
    private String id;

    private String extension;
    private String contact;
    private String host;
    private int port;
    private String transport;

    @Column(name = "expires_at")
    private long expiresAt;

    @Column(name = "call_id")
    private String callId;

    private long cseq;

    @Column(name = "user_agent")
    private String userAgent;

    /** For EclipseLink. */
    protected BindingRow() {}

    BindingRow(Binding binding) {
        id = binding.user() + " " + binding.contact();
        extension = binding.user();
        contact = binding.contact();
        host = binding.flow().host();
        port = binding.flow().port();
        transport = binding.flow().transport().name();
        expiresAt = binding.expires().toEpochMilli();
        callId = binding.callId();
        cseq = binding.cseq();
        String agent = binding.userAgent();
        userAgent = agent.substring(0, Math.min(LONGEST_AGENT, agent.length()));
    }

    Binding binding() {
        return new Binding(
                extension,
                contact,
                new Peer(host, port, Transport.valueOf(transport)),
                Instant.ofEpochMilli(expiresAt),
                callId,
                cseq,
                userAgent);
    }
}
