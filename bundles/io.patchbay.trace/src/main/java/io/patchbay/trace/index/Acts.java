// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.index;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.journal.JournalEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which entries are acts, and by what each is found. */
public final class Acts {
    /** What the interaction path writes by itself all day; it is an act only where a person did it. */
    private static final Set<String> PATH = Set.of("interaction", "message", "assignment", "presence");

    private static final List<String> CONCERNED = List.of("user", "person", "agent");
    private static final Pattern LEFT_OUT = Pattern.compile("[\\s-]");
    private static final int LONGEST_ORIGIN = 80;

    private final ContentVault vault;

    /** Hashes accounts with {@code vault}. */
    public Acts(ContentVault vault) {
        this.vault = vault;
    }

    /** What the index holds of an entry. */
    record Row(
            long seq,
            long at,
            String type,
            String family,
            String who,
            Optional<String> person,
            Optional<String> account,
            Optional<InteractionId> interaction,
            String unit,
            Optional<String> origin,
            boolean refused) {
        Row withoutAccount() {
            return new Row(seq, at, type, family, who, person, Optional.empty(), interaction, unit, origin, refused);
        }
    }

    /** The row of an entry; empty if it is no act. */
    Optional<Row> row(JournalEntry entry) {
        String family = family(entry.type());
        if (PATH.contains(family) && !entry.actor().startsWith("user:")) {
            return Optional.empty();
        }
        return Optional.of(new Row(
                entry.seq(),
                entry.at().toEpochMilli(),
                entry.type(),
                family,
                entry.actor(),
                CONCERNED.stream().flatMap(name -> text(entry, name).stream()).findFirst(),
                account(entry),
                entry.interaction(),
                entry.unit().value(),
                text(entry, "from").map(from -> from.substring(0, Math.min(from.length(), LONGEST_ORIGIN))),
                entry.type().endsWith(".refused") || entry.type().equals("signIn.failed")));
    }

    static String family(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    private static Optional<String> text(JournalEntry entry, String name) {
        return entry.body().get(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** An altered account is found by nobody; verification names it. */
    private Optional<String> account(JournalEntry entry) {
        if (!(entry.body().get("account") instanceof Confidential number)) {
            return Optional.empty();
        }
        try {
            return entry.open(number, vault).map(this::account);
        } catch (IllegalStateException altered) {
            return Optional.empty();
        }
    }

    /** The keyed hash by which an account is found. */
    public String account(String number) {
        return vault.lookupHash(
                "account:" + LEFT_OUT.matcher(number).replaceAll("").toUpperCase(Locale.ROOT));
    }
}
