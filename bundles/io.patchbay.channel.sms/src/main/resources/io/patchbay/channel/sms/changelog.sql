--liquibase formatted sql

--changeset patchbay:sms
create table sms_outgoing (
    event varchar(80) not null,
    part int not null,
    parts int not null,
    reference int not null,
    account varchar(100) not null,
    message varchar(80) not null,
    interaction varchar(36) not null,
    smsc_id varchar(65),
    state varchar(12) not null,
    reason varchar(300) not null,
    reported boolean not null,
    at_millis bigint not null,
    primary key (event, part)
);
create index sms_outgoing_smsc on sms_outgoing (account, smsc_id);
create index sms_outgoing_at on sms_outgoing (at_millis);
create index sms_outgoing_untold on sms_outgoing (reported, state);
create table sms_receipt (
    account varchar(100) not null,
    smsc_id varchar(65) not null,
    state varchar(12) not null,
    reason varchar(300) not null,
    at_millis bigint not null,
    primary key (account, smsc_id)
);
create table sms_taken (
    letter varchar(36) not null primary key,
    account varchar(100) not null,
    digest varchar(64) not null,
    link varchar(36) not null,
    sequence int not null,
    at_millis bigint not null
);
create index sms_taken_digest on sms_taken (account, digest);
create table sms_link (
    link varchar(36) not null primary key,
    proven_millis bigint not null
);
create table sms_long (
    letter varchar(36) not null primary key,
    account varchar(100) not null,
    whole varchar(64) not null,
    at_millis bigint not null,
    done_millis bigint
);
create index sms_long_whole on sms_long (account, whole);
create table sms_part (
    letter varchar(36) not null,
    part int not null,
    digest varchar(64) not null,
    sealed varchar(300000) not null,
    primary key (letter, part)
);
create table sms_opt_out (
    id varchar(64) not null primary key,
    owner varchar(38) not null,
    sealed varchar(1000) not null,
    word varchar(20) not null,
    at_millis bigint not null
);
