// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.store;

import io.patchbay.channel.voice.api.PhoneAccount;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A phone's account in its table, with what its password is proven by. */
@Entity
@Table(name = "voice_phone")
public class PhoneRow {
    @Id
    private String id;

    private String digest;
    private String answering;
    private String md5;
    private String sha256;

    /** For EclipseLink. */
    protected PhoneRow() {}

    PhoneRow(Phone phone) {
        id = phone.account().extension();
        digest = phone.account().digest().name();
        answering = phone.account().answering().name();
        md5 = phone.md5();
        sha256 = phone.sha256();
    }

    Phone phone() {
        return new Phone(
                new PhoneAccount(id, PhoneAccount.Digest.valueOf(digest), PhoneAccount.Answering.valueOf(answering)),
                md5,
                sha256);
    }
}
