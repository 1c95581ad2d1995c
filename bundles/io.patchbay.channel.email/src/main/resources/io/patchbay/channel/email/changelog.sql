--liquibase formatted sql

--changeset patchbay:email
create table email_box (
    id varchar(64) not null primary key,
    validity bigint not null,
    last_uid bigint not null
);
create table email_seen (
    id varchar(64) not null primary key,
    fingerprint varchar(64) not null
);
create table email_outgoing (
    id varchar(120) not null primary key,
    mail_id varchar(320) not null,
    message varchar(100) not null,
    interaction varchar(36) not null,
    state varchar(8) not null,
    reason varchar(400) not null,
    begun_at bigint not null
);
create index email_outgoing_mail on email_outgoing (mail_id);
create table email_acknowledged (
    id varchar(64) not null primary key,
    at bigint not null
);
