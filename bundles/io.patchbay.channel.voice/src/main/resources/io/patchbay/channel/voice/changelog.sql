--liquibase formatted sql

--changeset patchbay:voice
create table voice_number (
    id varchar(24) not null primary key,
    queue varchar(64) not null,
    language varchar(8) not null,
    greeting varchar(40) not null,
    recorded boolean not null,
    notice boolean not null,
    staff_number boolean not null,
    position_seconds int not null
);
create table voice_phone (
    id varchar(8) not null primary key,
    digest varchar(8) not null,
    answering varchar(16) not null,
    md5 varchar(32) not null,
    sha256 varchar(64) not null
);
create table voice_binding (
    id varchar(600) not null primary key,
    extension varchar(8) not null,
    contact varchar(500) not null,
    host varchar(64) not null,
    port int not null,
    transport varchar(4) not null,
    expires_at bigint not null,
    call_id varchar(256) not null,
    cseq bigint not null,
    user_agent varchar(200) not null
);

--changeset patchbay:voice-must-record
alter table voice_number add column must_record boolean default false not null;

--changeset patchbay:voice-dialog
create table voice_dialog (
    id varchar(400) not null primary key,
    dialog varchar(8000) not null
);

--changeset patchbay:voice-frequent
create table voice_frequent (
    id varchar(36) not null primary key,
    keeper varchar(80) not null,
    hash varchar(64) not null,
    sealed bytea not null
);
create index voice_frequent_hash on voice_frequent (hash);

--changeset patchbay:voice-answering
create table voice_answering (
    agent varchar(80) not null primary key
);
