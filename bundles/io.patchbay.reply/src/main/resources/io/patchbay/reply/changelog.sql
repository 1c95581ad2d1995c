--liquibase formatted sql

--changeset patchbay:reply-answer
create table reply_answer (
    shortcut varchar(32) not null primary key,
    title varchar(80) not null,
    chinese varchar(4000) not null,
    english varchar(4000) not null,
    queue varchar(64)
);
