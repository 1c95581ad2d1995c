--liquibase formatted sql

--changeset patchbay:setting-revision
create table setting_revision (
    id varchar(240) not null primary key,
    kind varchar(16) not null,
    setting varchar(200) not null,
    number int not null,
    at_millis bigint not null,
    actor varchar(100) not null,
    content varchar(1000000)
);
