--liquibase formatted sql

--changeset patchbay:routing
create table routing_queue (
    id varchar(64) not null primary key,
    name varchar(80) not null,
    unit varchar(64) not null,
    needs varchar(2000) not null,
    priority int not null,
    answer_seconds int not null,
    target_share double precision not null,
    ring_seconds int not null,
    wrap_up_mode varchar(16) not null,
    wrap_up_seconds int not null
);
create table routing_skill (
    id varchar(64) not null primary key,
    name varchar(80) not null
);
create table routing_code (
    id varchar(64) not null primary key,
    code_use varchar(16) not null,
    code_key varchar(32) not null,
    english varchar(120) not null,
    chinese varchar(120) not null,
    retired boolean not null
);

--changeset patchbay:routing-codes
insert into routing_code (id, code_use, code_key, english, chinese, retired) values
    ('DISPOSITION/enquiry', 'DISPOSITION', 'enquiry', 'Enquiry', '咨询', false),
    ('DISPOSITION/business', 'DISPOSITION', 'business', 'Business', '业务办理', false),
    ('DISPOSITION/complaint', 'DISPOSITION', 'complaint', 'Complaint', '投诉', false),
    ('DISPOSITION/other', 'DISPOSITION', 'other', 'Other', '其他', false),
    ('NOT_READY/break', 'NOT_READY', 'break', 'Break', '小休', false),
    ('NOT_READY/meal', 'NOT_READY', 'meal', 'Meal', '用餐', false),
    ('NOT_READY/meeting', 'NOT_READY', 'meeting', 'Meeting', '会议', false);

--changeset patchbay:routing-rules
alter table routing_queue add column rules varchar(8000) default '' not null;

--changeset patchbay:routing-matrix
create table routing_meeting (
    doing varchar(32) not null primary key,
    coming varchar(2000) not null
);

--changeset patchbay:routing-code-tree
create table routing_code_version (
    id varchar(64) not null primary key,
    code_use varchar(16) not null,
    version int not null,
    at_millis bigint not null,
    code_key varchar(32) not null,
    parent varchar(32) not null,
    english varchar(120) not null,
    chinese varchar(120) not null,
    retired boolean not null
);
insert into routing_code_version (id, code_use, version, at_millis, code_key, parent, english, chinese, retired)
    select code_use || '/1/' || code_key, code_use, 1, 0, code_key, '', english, chinese, retired from routing_code;
drop table routing_code;
