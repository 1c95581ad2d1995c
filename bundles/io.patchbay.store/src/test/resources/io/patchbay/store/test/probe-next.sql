--liquibase formatted sql logicalFilePath:probe.sql

--changeset patchbay:probe
create table probe (id varchar(40) primary key, words varchar(200) not null);

--changeset patchbay:more
alter table probe add column more integer default 7 not null;
