--liquibase formatted sql

--changeset patchbay:customer
create table customer (
  id varchar(36) primary key,
  unit varchar(64) not null,
  tier varchar(32) not null,
  sealed bytea not null
);

--changeset patchbay:customer-lookup
create table customer_lookup (
  hash varchar(64) not null,
  customer varchar(36) not null,
  primary key (hash, customer)
);
create index customer_lookup_customer on customer_lookup (customer);
