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
