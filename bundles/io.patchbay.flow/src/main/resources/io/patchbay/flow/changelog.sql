--liquibase formatted sql

--changeset patchbay:flow-list
create table flow_list (
  id varchar(36) primary key,
  unit varchar(64) not null,
  hash varchar(64) not null,
  customer varchar(36),
  sealed bytea not null
);
create index flow_list_hash on flow_list (hash);

--changeset patchbay:flow-tier
create table flow_tier (
  id varchar(64) primary key,
  body varchar(4000) not null
);

--changeset patchbay:flow-appointment
create table flow_appointment (
  id varchar(36) primary key,
  due_at bigint not null,
  state varchar(16) not null,
  hash varchar(64) not null,
  customer varchar(36),
  sealed bytea not null
);
create index flow_appointment_due on flow_appointment (due_at);
