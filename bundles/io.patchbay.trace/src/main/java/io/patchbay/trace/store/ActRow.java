// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.store;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.trace.api.BusinessAct;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** An act on an account in its table; of the number only a sealed form with its last characters is kept here. */
@Entity
@Table(name = "business_act")
public class ActRow {
    @Id
    private String id;

    private String kind;

    @Column(name = "account_owner")
    private String accountOwner;

    @Column(name = "account_sealed")
    private byte[] accountSealed;

    private String interaction;
    private String unit;
    private String who;

    @Column(name = "began_at")
    private long beganAt;

    private String state;

    /** For EclipseLink. */
    protected ActRow() {}

    ActRow(BusinessAct act, SealedPart account) {
        id = act.id().toString();
        kind = act.kind();
        accountOwner = account.owner().text();
        accountSealed = account.cipher();
        interaction = act.interaction().toString();
        unit = act.unit().value();
        who = act.who();
        beganAt = act.beganAt().toEpochMilli();
        state = act.state().wire();
    }

    SealedPart account() {
        return new SealedPart(ContentOwner.parse(accountOwner), accountSealed, sha256(accountSealed));
    }

    BusinessAct act(Optional<String> account) {
        return new BusinessAct(
                UUID.fromString(id),
                kind,
                account,
                InteractionId.parse(interaction),
                new UnitId(unit),
                who,
                Instant.ofEpochMilli(beganAt),
                BusinessAct.State.valueOf(state.toUpperCase(Locale.ROOT)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        }
    }
}
