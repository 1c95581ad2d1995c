// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.approval.Proposal;
import io.patchbay.api.approval.Stage;
import io.patchbay.api.command.Problem;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.ApprovalId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import io.patchbay.store.json.CanonicalJson;
import io.patchbay.store.json.SealedParts;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Proposed changes in their table. The command itself is forgotten when the proposal is closed. */
public final class ProposalTable {
    private final Transactions transactions;
    private final Outbox outbox;
    private final ContentVault vault;

    /** A table of the unit {@code directory}. */
    public ProposalTable(Transactions transactions, Outbox outbox, ContentVault vault) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.vault = vault;
    }

    /**
     * A proposal with the command it will carry out.
     *
     * @param proposal what people see
     * @param reviews which reviews it needs, in order
     * @param command the command's fields; empty once it is closed
     */
    public record Kept(Proposal proposal, List<Stage> reviews, Map<String, Object> command) {
        public Kept {
            reviews = List.copyOf(reviews);
        }
    }

    /** Keeps how a proposal is now, with the entry that tells it. */
    public void save(Kept kept, JournalDraft told) {
        transactions.run(em -> {
            em.merge(row(em, kept));
            outbox.write(em, told, "", Map.of());
        });
    }

    /** Tells the journal something about what needed no proposal. */
    public void tell(JournalDraft told) {
        transactions.run(em -> outbox.write(em, told, "", Map.of()));
    }

    private ProposalRow row(EntityManager em, Kept kept) {
        Proposal proposal = kept.proposal();
        ProposalRow row = new ProposalRow(proposal.id().toString());
        row.command = proposal.command();
        row.subject = proposal.subject();
        row.unit = proposal.unit().value();
        row.maker = proposal.maker().value();
        row.madeAt = proposal.madeAt().toEpochMilli();
        row.effectiveAt = proposal.effectiveAt().map(Instant::toEpochMilli).orElse(null);
        row.stage = proposal.stage().name();
        row.stages = String.join(" ", kept.reviews().stream().map(Stage::name).toList());
        row.sealed = sealed(em, kept);
        row.reviews = CanonicalJson.write(Map.of(
                "reviews", proposal.reviews().stream().map(ProposalTable::json).toList()));
        row.problem =
                CanonicalJson.write(proposal.problem().map(ProposalTable::json).orElse(Map.of()));
        row.closedAt = proposal.stage().open()
                ? null
                : Long.valueOf(
                        proposal.reviews().isEmpty()
                                ? proposal.madeAt().toEpochMilli()
                                : proposal.reviews()
                                        .get(proposal.reviews().size() - 1)
                                        .at()
                                        .toEpochMilli());
        return row;
    }

    private byte[] sealed(EntityManager em, Kept kept) {
        Map<String, Object> content = new TreeMap<>(Map.of(
                "before", kept.proposal().before(),
                "after", kept.proposal().after()));
        if (kept.proposal().stage().open()) {
            content.put("command", kept.command());
        }
        ContentOwner owner = owner(kept.proposal().id());
        SealedPart part = vault.seal(owner, CanonicalJson.write(content));
        try {
            vault.keepKeys(em.unwrap(Connection.class), List.of(owner));
        } catch (SQLException e) {
            throw new IllegalStateException("the key of a proposal cannot be kept", e);
        }
        return SealedParts.encode(List.of(part));
    }

    private static ContentOwner owner(ApprovalId id) {
        return new ContentOwner(ContentOwner.Kind.PROPOSAL, id.value());
    }

    private static Map<String, Object> json(Proposal.Review review) {
        return Map.of(
                "stage", review.stage().name(),
                "reviewer", review.reviewer().value(),
                "at", review.at().toString(),
                "approved", review.approved(),
                "note", review.note());
    }

    private static Map<String, Object> json(Problem problem) {
        return Map.of("code", problem.code(), "english", problem.english(), "chinese", problem.chinese());
    }

    /** All that can still take effect, oldest first. */
    public List<Kept> open() {
        return transactions.call(em -> em
                .createQuery(
                        "select r from ProposalRow r where r.closedAt is null order by r.madeAt", ProposalRow.class)
                .getResultList()
                .stream()
                .map(this::kept)
                .toList());
    }

    /** What is closed, newest first. */
    public List<Kept> closed(int limit) {
        return transactions.call(em -> em
                .createQuery(
                        "select r from ProposalRow r where r.closedAt is not null order by r.madeAt desc",
                        ProposalRow.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(this::kept)
                .toList());
    }

    /** One. */
    public Optional<Kept> find(ApprovalId id) {
        return transactions.call(em ->
                Optional.ofNullable(em.find(ProposalRow.class, id.toString())).map(this::kept));
    }

    private Kept kept(ProposalRow row) {
        Map<String, Object> content = vault.open(SealedParts.decode(row.sealed).get(0))
                .map(CanonicalJson::read)
                .orElse(Map.of());
        Map<String, Object> problem = CanonicalJson.read(row.problem);
        List<Stage> stages = new ArrayList<>();
        for (String stage : row.stages.isEmpty() ? new String[0] : row.stages.split(" ", -1)) {
            stages.add(Stage.valueOf(stage));
        }
        Proposal proposal = new Proposal(
                ApprovalId.parse(row.id),
                row.command,
                row.subject,
                new UnitId(row.unit),
                new UserId(row.maker),
                Instant.ofEpochMilli(row.madeAt),
                object(content, "before"),
                object(content, "after"),
                Optional.ofNullable(row.effectiveAt).map(Instant::ofEpochMilli),
                Stage.valueOf(row.stage),
                reviews(row.reviews),
                problem.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Problem((String) problem.get("code"), (String) problem.get("english"), (String)
                                        problem.get("chinese"))));
        return new Kept(proposal, stages, object(content, "command"));
    }

    private static List<Proposal.Review> reviews(String json) {
        List<Proposal.Review> reviews = new ArrayList<>();
        for (Object one : (List<?>) CanonicalJson.read(json).get("reviews")) {
            Map<?, ?> review = (Map<?, ?>) one;
            reviews.add(new Proposal.Review(
                    Stage.valueOf((String) review.get("stage")),
                    new UserId((String) review.get("reviewer")),
                    Instant.parse((String) review.get("at")),
                    (Boolean) review.get("approved"),
                    (String) review.get("note")));
        }
        return reviews;
    }

    private static Map<String, Object> object(Map<String, Object> content, String field) {
        Map<String, Object> object = new TreeMap<>();
        if (content.get(field) instanceof Map<?, ?> values) {
            values.forEach((key, value) -> object.put((String) key, value));
        }
        return object;
    }
}
