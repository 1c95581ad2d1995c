// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.store;

import io.patchbay.channel.sms.store.OutgoingPart.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The SMSC's answers and receipts for what we sent: a part with a recorded answer is never sent again. */
public final class OutgoingTable {
    private final Ledger ledger;

    public OutgoingTable(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * One SMS on its way.
     *
     * @param event the stable id of the wish to send it
     * @param account by which account
     * @param message our message; of no interaction if it is a confirmation of ours
     * @param interaction its interaction; empty for none
     */
    public record Sending(String event, String account, String message, String interaction) {}

    /** What the SMSC said to a part: its id, or why not. */
    public record Said(Optional<String> smscId, String reason) {}

    /**
     * What is finally known of an SMS, not yet told to the core.
     *
     * @param delivered true if all parts arrived, false if one failed
     */
    public record Fate(Sending sending, boolean delivered, String reason) {}

    /** Whether nothing can be recorded any more. */
    public boolean isClosed() {
        return ledger.isClosed();
    }

    /** The parts of which the SMSC's answer is recorded. */
    public CompletionStage<List<OutgoingPart>> answered(String event) {
        return ledger.write(transaction -> parts(transaction, event));
    }

    private static List<OutgoingPart> parts(Connection transaction, String event) throws SQLException {
        return Sql.list(
                transaction,
                row -> new OutgoingPart(row.getInt(1), row.getInt(2), row.getInt(3), State.of(row.getString(4))),
                "select part, parts, reference, state from sms_outgoing where event = ? order by part",
                event);
    }

    /** Records an answer, and a receipt that came before it. Gives the fate if it is known now. */
    public CompletionStage<Optional<Fate>> answer(Sending sending, OutgoingPart part, Said said, long nowMillis) {
        return ledger.write(transaction -> {
            if (parts(transaction, sending.event()).stream().anyMatch(one -> one.number() == part.number())) {
                return fate(transaction, sending.event());
            }
            State state = said.smscId().isPresent() ? State.ACCEPTED : State.FAILED;
            String reason = said.reason();
            if (said.smscId().isPresent()) {
                List<Early> receipts =
                        takeEarly(transaction, sending.account(), said.smscId().get());
                state = receipts.stream().map(Early::state).findFirst().orElse(state);
                reason = receipts.stream().map(Early::reason).findFirst().orElse(reason);
            }
            Sql.update(
                    transaction,
                    "insert into sms_outgoing (event, part, parts, reference, account, message, interaction, smsc_id,"
                            + " state, reason, reported, at_millis) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    sending.event(),
                    part.number(),
                    part.parts(),
                    part.reference(),
                    sending.account(),
                    sending.message(),
                    sending.interaction(),
                    said.smscId().orElse(null),
                    state.wire(),
                    shortened(reason),
                    sending.interaction().isEmpty(),
                    nowMillis);
            return fate(transaction, sending.event());
        });
    }

    private record Early(State state, String reason) {}

    private static List<Early> takeEarly(Connection transaction, String account, String id) throws SQLException {
        List<Early> found = Sql.list(
                transaction,
                row -> new Early(State.of(row.getString(1)), row.getString(2)),
                "select state, reason from sms_receipt where account = ? and smsc_id = ?",
                account,
                id);
        if (!found.isEmpty()) {
            Sql.update(transaction, "delete from sms_receipt where account = ? and smsc_id = ?", account, id);
        }
        return found;
    }

    /**
     * Records a receipt with a final state. One for an answer not yet recorded is kept until it is.
     *
     * @param ids the SMSC's id in its possible spellings
     */
    public CompletionStage<Optional<Fate>> receipt(
            String account, List<String> ids, State state, String reason, long nowMillis) {
        return ledger.write(transaction -> {
            for (String id : ids) {
                List<String> events = Sql.list(
                        transaction,
                        row -> row.getString(1),
                        "select event from sms_outgoing where account = ? and smsc_id = ? order by at_millis desc",
                        account,
                        id);
                if (!events.isEmpty()) {
                    Sql.update(
                            transaction,
                            "update sms_outgoing set state = ?, reason = ? where account = ? and smsc_id = ?"
                                    + " and event = ? and state = 'accepted'",
                            state.wire(),
                            shortened(reason),
                            account,
                            id,
                            events.get(0));
                    return fate(transaction, events.get(0));
                }
            }
            keepEarly(transaction, account, ids.get(0), new Early(state, reason), nowMillis);
            return Optional.empty();
        });
    }

    private static void keepEarly(Connection transaction, String account, String id, Early early, long nowMillis)
            throws SQLException {
        takeEarly(transaction, account, id);
        Sql.update(
                transaction,
                "insert into sms_receipt (account, smsc_id, state, reason, at_millis) values (?, ?, ?, ?, ?)",
                account,
                id,
                early.state.wire(),
                shortened(early.reason),
                nowMillis);
    }

    /** Empty while parts are under way, or once the core was told. */
    private static Optional<Fate> fate(Connection transaction, String event) throws SQLException {
        List<OutgoingPart> parts = parts(transaction, event);
        boolean failed = parts.stream().anyMatch(part -> part.state() == State.FAILED);
        boolean delivered = parts.size() == parts.get(0).parts()
                && parts.stream().allMatch(part -> part.state() == State.DELIVERED);
        if (!failed && !delivered) {
            return Optional.empty();
        }
        return Sql.list(
                        transaction,
                        row -> new Fate(
                                new Sending(event, row.getString(1), row.getString(2), row.getString(3)),
                                !failed,
                                row.getString(4)),
                        "select account, message, interaction, reason from sms_outgoing"
                                + " where event = ? and reported = false and state = ?",
                        event,
                        (failed ? State.FAILED : State.DELIVERED).wire())
                .stream()
                .findFirst();
    }

    /** The core knows. */
    public CompletionStage<Integer> reported(String event) {
        return ledger.write(transaction ->
                Sql.update(transaction, "update sms_outgoing set reported = true where event = ?", event));
    }

    /** Fates of an account that the core was not told before the last end. */
    public CompletionStage<List<Fate>> untold(String account) {
        return ledger.write(transaction -> {
            List<String> events = Sql.list(
                    transaction,
                    row -> row.getString(1),
                    "select distinct event from sms_outgoing where account = ? and reported = false"
                            + " and state in ('delivered', 'failed')",
                    account);
            List<Fate> fates = new ArrayList<>();
            for (String event : events) {
                fate(transaction, event).ifPresent(fates::add);
            }
            return fates;
        });
    }

    /** Forgets what was sent before, and receipts that nobody waited for. */
    public CompletionStage<Integer> forget(Instant before) {
        return ledger.write(transaction -> {
            Sql.update(transaction, "delete from sms_receipt where at_millis < ?", before.toEpochMilli());
            return Sql.update(transaction, "delete from sms_outgoing where at_millis < ?", before.toEpochMilli());
        });
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(300, reason.length()));
    }
}
