// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.store;

import io.patchbay.api.id.UnitId;
import io.patchbay.retention.api.RecordClass;
import io.patchbay.retention.api.RetentionRule;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One version of a rule in its table; an ended one stays. */
@Entity
@Table(name = "retention_rule")
public class RuleRow {
    @Id
    @Column(name = "version_id")
    private String version;

    private String rule;

    @Column(name = "record_class")
    private String records;

    private String unit;
    private int days;
    private String basis;
    private String source;

    @Column(name = "from_at")
    private long fromAt;

    @Column(name = "until_at")
    private Long untilAt;

    @Column(name = "set_by")
    private String setBy;

    @Column(name = "set_at")
    private long setAt;

    @Column(name = "ended_by")
    private String endedBy;

    @Column(name = "ended_at")
    private Long endedAt;

    /** For EclipseLink. */
    protected RuleRow() {}

    RuleRow(RetentionRule given, String by, Instant at) {
        version = UUID.randomUUID().toString();
        rule = given.id().toString();
        records = given.records().wire();
        unit = given.unit().value();
        days = given.days();
        basis = given.source().basis().wire();
        source = given.source().text();
        fromAt = given.from().toEpochMilli();
        untilAt = given.until().map(Instant::toEpochMilli).orElse(null);
        setBy = by;
        setAt = at.toEpochMilli();
    }

    void end(String by, Instant at) {
        endedBy = by;
        endedAt = at.toEpochMilli();
    }

    RetentionRule rule() {
        return new RetentionRule(
                UUID.fromString(rule),
                RecordClass.parse(records),
                new UnitId(unit),
                days,
                new RetentionRule.Source(RetentionRule.Basis.parse(basis), source),
                Instant.ofEpochMilli(fromAt),
                Optional.ofNullable(untilAt).map(Instant::ofEpochMilli));
    }

    RuleVersion version() {
        return new RuleVersion(
                rule(),
                setBy,
                Instant.ofEpochMilli(setAt),
                Optional.ofNullable(endedBy),
                Optional.ofNullable(endedAt).map(Instant::ofEpochMilli));
    }
}
