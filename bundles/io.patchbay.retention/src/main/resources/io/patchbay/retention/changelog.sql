--liquibase formatted sql

--changeset patchbay:retention-hold
create table retention_hold (
    id varchar(36) not null primary key,
    customer varchar(36) not null,
    case_number varchar(80) not null,
    reason varchar(200) not null,
    placed_by varchar(120) not null,
    placed_at bigint not null,
    until_at bigint
);
create index retention_hold_customer on retention_hold (customer);

--changeset patchbay:retention-erasure
create table retention_erasure (
    id varchar(36) not null primary key,
    customer varchar(36) not null,
    person varchar(1000000) not null,
    certificate varchar(1000000)
);

--changeset patchbay:retention-rule
create table retention_rule (
    version_id varchar(36) not null primary key,
    rule varchar(36) not null,
    record_class varchar(20) not null,
    unit varchar(80) not null,
    days int not null,
    basis varchar(20) not null,
    source varchar(200) not null,
    from_at bigint not null,
    until_at bigint,
    set_by varchar(120) not null,
    set_at bigint not null,
    ended_by varchar(120),
    ended_at bigint
);
create index retention_rule_rule on retention_rule (rule);

--changeset patchbay:retention-hold-subject
alter table retention_hold add column subject varchar(38);
update retention_hold set subject = 'k:' || customer;
alter table retention_hold alter column subject set not null;
drop index retention_hold_customer;
alter table retention_hold drop column customer;
create index retention_hold_subject on retention_hold (subject);

--changeset patchbay:retention-expiry
create table retention_expiry (
    id varchar(36) not null primary key,
    record_ids varchar(1000000) not null,
    begun_at bigint not null,
    done_at bigint
);
create table retention_gone (
    owner varchar(38) not null primary key,
    expiry varchar(36) not null
);
