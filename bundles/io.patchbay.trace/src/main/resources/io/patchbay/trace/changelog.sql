--liquibase formatted sql

--changeset patchbay:trace-entry
create table trace_checkpoint (
    id integer not null primary key,
    seq bigint not null
);
insert into trace_checkpoint (id, seq) values (1, 0);
create table trace_entry (
    seq bigint not null primary key,
    at_millis bigint not null,
    type varchar(64) not null,
    family varchar(64) not null,
    who varchar(120) not null,
    person varchar(120),
    account varchar(64),
    interaction uuid,
    unit varchar(64) not null,
    origin varchar(80),
    refused integer not null
);
create index trace_at on trace_entry (at_millis desc, seq desc);
create index trace_who on trace_entry (who, at_millis desc, seq desc);
create index trace_who_type on trace_entry (who, type, at_millis desc, seq desc);
create index trace_person on trace_entry (person, at_millis desc, seq desc);
create index trace_account on trace_entry (account, at_millis desc, seq desc);
create index trace_type on trace_entry (type, at_millis desc, seq desc);
create index trace_family on trace_entry (family, at_millis desc, seq desc);
create index trace_interaction on trace_entry (interaction, at_millis desc, seq desc);
create index trace_refused on trace_entry (refused, at_millis desc, seq desc);

--changeset patchbay:business-act
create table business_act (
    id varchar(36) not null primary key,
    kind varchar(64) not null,
    account_owner varchar(38) not null,
    account_sealed bytea not null,
    interaction varchar(36) not null,
    unit varchar(64) not null,
    who varchar(120) not null,
    began_at bigint not null,
    state varchar(8) not null
);
create index business_act_interaction on business_act (interaction, began_at);
create index business_act_state on business_act (state, began_at);
