--liquibase formatted sql

--changeset patchbay:monitor-alarm
create table monitor_alarm (
  id varchar(36) primary key,
  part varchar(200) not null,
  severity varchar(16) not null,
  code varchar(64) not null,
  english varchar(4000) not null,
  chinese varchar(4000) not null,
  raised_at bigint not null,
  acknowledged_by varchar(200),
  acknowledged_at bigint,
  cleared_at bigint
);
create index monitor_alarm_raised on monitor_alarm (raised_at);

--changeset patchbay:monitor-checkpoint
create table monitor_checkpoint (
  seq bigint not null
);
insert into monitor_checkpoint (seq) values (0);
