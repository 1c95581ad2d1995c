--liquibase formatted sql

--changeset patchbay:journal
create table journal (
    seq bigint not null primary key,
    at bigint not null,
    type varchar(64) not null,
    version int not null,
    interaction uuid,
    conversation uuid,
    actor varchar(120) not null,
    unit varchar(64) not null,
    epoch bigint not null,
    body varchar(1000000) not null,
    sealed bytea,
    hash varchar(64) not null
);
create index journal_interaction on journal (interaction, seq);
create index journal_conversation on journal (conversation, seq);

--changeset patchbay:remote-contact
create table remote_contact (
    contact_key varchar(140) not null primary key,
    at bigint not null,
    interaction uuid not null
);
create index remote_contact_at on remote_contact (at);

--changeset patchbay:snapshot
create table core_snapshot (
    seq bigint not null primary key,
    at bigint not null,
    body varchar(10000000) not null
);

--changeset patchbay:interaction
create table interaction (
    id uuid not null primary key,
    conversation uuid not null,
    channel varchar(32) not null,
    queue varchar(64) not null,
    unit varchar(64) not null,
    customer uuid,
    arrived_at bigint not null,
    closed_at bigint
);
create index interaction_customer on interaction (customer, id);
create index interaction_arrived on interaction (arrived_at);
create table interaction_agent (
    interaction uuid not null,
    agent varchar(64) not null,
    primary key (interaction, agent)
);
create index interaction_agent_agent on interaction_agent (agent, interaction);
create table core_projection (
    name varchar(64) not null primary key,
    seq bigint not null
);

--changeset patchbay:letter
create table letter (
    letter_key varchar(140) not null primary key,
    at bigint not null,
    interaction uuid not null,
    conversation uuid not null
);
create table correspondent (
    party varchar(64) not null,
    conversation uuid not null,
    at bigint not null,
    primary key (party, conversation)
);
create index correspondent_at on correspondent (party, at);

--changeset patchbay:recorded-contact
create table recorded_contact (
    interaction uuid not null primary key,
    party varchar(64),
    code varchar(64),
    recorded_at bigint
);
create index recorded_contact_party on recorded_contact (party, interaction);
create index recorded_contact_code on recorded_contact (code, interaction);
create index interaction_queue on interaction (queue, id);
