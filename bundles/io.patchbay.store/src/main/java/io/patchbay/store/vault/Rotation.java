// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.vault;

import io.patchbay.api.command.Problem;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.store.KeyRotation;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.AEADBadTagException;

/** Wraps every key of the table by the present master key. */
final class Rotation {
    static final Problem NO_OTHER = Problem.of(
            "no-new-master-key",
            "masterKeyCommand prints no new master key. Have it print the new one first and the present one beneath,"
                    + " then try again.",
            "masterKeyCommand 没有给出新的主密钥。请让它先输出新密钥、下一行输出现有密钥，然后重试。");

    private static final int AT_ONCE = 500;

    private final Masters masters;
    private final KeyTable table;

    Rotation(Masters masters, KeyTable table) {
        this.masters = masters;
        this.table = table;
    }

    /** Looks until there is nothing left; gives how many were wrapped anew. */
    long all() {
        long done = 0;
        for (long found = pass(); found > 0; found = pass()) {
            done += found;
        }
        return done;
    }

    private long pass() {
        long found = 0;
        String after = "";
        for (Map<ContentOwner, byte[]> rows = table.after(after, AT_ONCE);
                !rows.isEmpty();
                rows = table.after(after, AT_ONCE)) {
            Map<ContentOwner, byte[]> now = wrappedAnew(rows);
            if (!now.isEmpty()) {
                table.exchange(rows, now);
            }
            found += now.size();
            for (ContentOwner last : rows.keySet()) {
                after = last.text();
            }
        }
        return found;
    }

    /** Those that a former master key wrapped; destroyed ones are none. */
    private Map<ContentOwner, byte[]> wrappedAnew(Map<ContentOwner, byte[]> rows) {
        Map<ContentOwner, byte[]> now = new LinkedHashMap<>();
        rows.forEach((owner, wrapped) -> {
            if (wrapped.length > 0 && !masters.isPresent(owner, wrapped)) {
                now.put(owner, wrappedAnew(owner, wrapped));
            }
        });
        return now;
    }

    private byte[] wrappedAnew(ContentOwner owner, byte[] wrapped) {
        try {
            return masters.wrap(owner, masters.unwrap(owner, wrapped));
        } catch (AEADBadTagException e) {
            throw new KeyRotation.Refused(Problem.of(
                    "altered-key",
                    "The key of {0} opens with no master key. All master keys are kept; patchbay:journal-verify names"
                            + " what was altered.",
                    "{0} 的密钥无法用任何主密钥打开，新旧主密钥均已保留。请用 patchbay:journal-verify 查明被改动之处。",
                    owner.text()));
        }
    }
}
