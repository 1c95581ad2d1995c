--liquibase formatted sql

--changeset patchbay:unit
create table unit (
  id varchar(64) primary key,
  name varchar(80) not null,
  parent varchar(64),
  zone varchar(64) not null
);

--changeset patchbay:role
create table role (
  id varchar(64) primary key,
  name varchar(80) not null,
  permissions varchar(10000) not null
);

--changeset patchbay:person
create table person (
  id varchar(64) primary key,
  name varchar(80) not null,
  unit varchar(64) not null,
  roles varchar(10000) not null,
  skills varchar(10000) not null,
  capacity varchar(10000) not null,
  extension varchar(8) not null,
  enabled boolean not null,
  password varchar(200) not null,
  must_change boolean not null
);

--changeset patchbay:session
create table person_session (
  token_hash varchar(64) primary key,
  person varchar(64) not null,
  used_at bigint not null
);
create index person_session_person on person_session (person);

--changeset patchbay:grants
alter table person add column grants varchar(20000) default '' not null;
alter table person add column profile varchar(20000) default '{}' not null;
create table staff_term (
  id varchar(80) primary key,
  body varchar(10000) not null
);
create table people_past (
  id varchar(120) primary key,
  thing varchar(80) not null,
  from_at bigint not null,
  until_at bigint not null,
  body varchar(20000) not null
);
create index people_past_thing on people_past (thing, until_at);
create index people_past_time on people_past (until_at, from_at);

--changeset patchbay:proposal
create table proposal (
  id varchar(36) primary key,
  command varchar(100) not null,
  subject varchar(200) not null,
  unit varchar(64) not null,
  maker varchar(64) not null,
  made_at bigint not null,
  effective_at bigint,
  stage varchar(16) not null,
  stages varchar(32) not null,
  sealed bytea not null,
  reviews varchar(10000) not null,
  problem varchar(4000) not null,
  closed_at bigint
);
create index proposal_stage on proposal (stage, made_at);
create index proposal_subject on proposal (subject, stage);

--changeset patchbay:session-origin
alter table person_session add column begun_at bigint default 0 not null;
alter table person_session add column address varchar(80) default '' not null;
alter table person_session add column device varchar(80) default '' not null;
alter table person_session add column new_place boolean default false not null;

--changeset patchbay:totp
create table totp (
  person varchar(64) primary key,
  owner varchar(38) not null,
  sealed varchar(500) not null,
  since bigint not null,
  last_step bigint not null
);
create table totp_demand (person varchar(64) primary key);
create table recovery_code (
  code_hash varchar(64) primary key,
  person varchar(64) not null
);
create index recovery_code_person on recovery_code (person);

--changeset patchbay:sign-in-place
create table sign_in_place (
  id varchar(64) primary key,
  person varchar(64) not null,
  address varchar(80) not null,
  device varchar(80) not null,
  last_at bigint not null
);
create index sign_in_place_person on sign_in_place (person);
create table sign_in_last (
  person varchar(64) primary key,
  last_at bigint not null,
  address varchar(80) not null,
  device varchar(80) not null,
  failures integer not null
);

--changeset patchbay:outside-identity
create table outside_identity (
  provider varchar(64) not null,
  person varchar(64) not null,
  subject varchar(400) not null,
  primary key (provider, person)
);

--changeset patchbay:service-account
create table service_account (
  id varchar(64) primary key,
  name varchar(80) not null,
  unit varchar(64) not null,
  enabled boolean not null
);
create table service_token (
  id varchar(36) primary key,
  account varchar(64) not null,
  token_hash varchar(64) not null,
  name varchar(80) not null,
  permissions varchar(10000) not null,
  sources varchar(2000) not null,
  made_at bigint not null,
  made_by varchar(64) not null,
  expires_at bigint not null,
  used_at bigint not null
);
create index service_token_account on service_token (account);

--changeset patchbay:names
update role set permissions = permissions || ' name.unmasked'
  where id in ('agent', 'supervisor', 'inspector') and permissions not like '%name.unmasked%';
