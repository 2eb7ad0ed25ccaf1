-- Two tabs with one tenant's quotas: the second is told, and writes over nothing.

alter table tenant_limit
  add column version int not null default 0 comment 'optimistic lock';
