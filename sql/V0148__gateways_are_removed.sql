-- A gateway that nothing uses any more is removed: its name and its networks are free again.

alter table gateway
  add column removed_at datetime(3) comment 'when it was removed, UTC; null while it is there',
  add column name_in_use varchar(63) as (if(removed_at is null, name, null)) virtual comment 'its name while it is there',
  drop key gateway_name,
  add unique key gateway_name (tenant_id, name_in_use),
  modify column name varchar(63) not null comment 'unique among the tenant''s gateways that are there';
