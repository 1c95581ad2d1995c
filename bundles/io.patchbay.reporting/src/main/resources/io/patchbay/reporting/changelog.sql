--liquibase formatted sql

--changeset patchbay:checkpoint
create table report_checkpoint (
  id integer primary key,
  seq bigint not null,
  at_millis bigint not null
);
insert into report_checkpoint (id, seq, at_millis) values (1, 0, 0);

--changeset patchbay:interaction
create table report_interaction (
  id varchar(36) primary key,
  number varchar(20) not null,
  channel varchar(32) not null,
  queue varchar(64) not null,
  unit varchar(64) not null,
  arrived_at bigint not null,
  waited_millis bigint,
  agent varchar(64),
  handled_millis bigint default 0 not null,
  disposition varchar(32),
  outcome varchar(16)
);
create index report_interaction_arrived on report_interaction (arrived_at);

--changeset patchbay:open
create table report_stay (
  interaction varchar(36) primary key,
  queue varchar(64) not null,
  channel varchar(32) not null,
  unit varchar(64) not null,
  entered_at bigint not null
);
create table report_part (
  interaction varchar(36) not null,
  agent varchar(64) not null,
  kind varchar(8) not null,
  since bigint not null,
  quarter bigint not null,
  queue varchar(64) not null,
  channel varchar(32) not null,
  unit varchar(64) not null,
  primary key (interaction, agent)
);
create table report_presence (
  agent varchar(64) primary key,
  unit varchar(64) not null,
  reason varchar(32) not null,
  since bigint not null
);

--changeset patchbay:quarters
create table report_queue_quarter (
  quarter bigint not null,
  queue varchar(64) not null,
  channel varchar(32) not null,
  unit varchar(64) not null,
  offered bigint default 0 not null,
  answered bigint default 0 not null,
  in_time bigint default 0 not null,
  abandoned bigint default 0 not null,
  wait_millis bigint default 0 not null,
  handle_millis bigint default 0 not null,
  primary key (quarter, queue, channel, unit)
);
create table report_agent_quarter (
  quarter bigint not null,
  agent varchar(64) not null,
  unit varchar(64) not null,
  ready_millis bigint default 0 not null,
  not_ready_millis bigint default 0 not null,
  active_millis bigint default 0 not null,
  wrap_up_millis bigint default 0 not null,
  offers bigint default 0 not null,
  accepted bigint default 0 not null,
  declined bigint default 0 not null,
  timed_out bigint default 0 not null,
  primary key (quarter, agent, unit)
);
create table report_reason_quarter (
  quarter bigint not null,
  agent varchar(64) not null,
  unit varchar(64) not null,
  reason varchar(32) not null,
  millis bigint default 0 not null,
  primary key (quarter, agent, unit, reason)
);

--changeset patchbay:ratings
create table report_rating (
  interaction varchar(36) not null,
  agent varchar(64) not null,
  asked_at bigint not null,
  queue varchar(64) not null,
  channel varchar(32) not null,
  unit varchar(64) not null,
  best integer not null,
  state varchar(8) not null,
  mark integer default 0 not null,
  primary key (interaction, agent, asked_at)
);
create index report_rating_asked on report_rating (asked_at);
alter table report_interaction add column completed_at bigint;
