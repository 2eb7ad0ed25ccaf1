-- What a tenant calls its servers, and by what it finds them again.

alter table purchase_order
  add column labels varchar(2600) not null default ''
    comment 'KEY=VALUE, separated by spaces, by key; of every server of it',
  add column host_names varchar(70) not null default ''
    comment 'pattern of its servers'' names, {n} for the server''s number; empty: none';

alter table lease
  add column labels varchar(2600) not null default '' comment 'as of its order',
  add column host_name varchar(64) not null default ''
    comment 'what its tenant calls the server; empty: as the datacenter does';
