-- A tenant is suspended and closed for a reason, and the datacenter knows whom to write to.

alter table tenant
  add column state_since datetime(3) not null default utc_timestamp(3) comment 'since when, UTC' after state,
  add column state_reason varchar(500) not null default '' comment 'why it is not open, as its members read it; empty while it is open' after state_since,
  add column contract varchar(80) not null default '' comment 'number or place of the contract; may be empty',
  add column billing_address varchar(500) not null default '' comment 'where bills go, lines separated by line feeds; may be empty',
  add column contact_name varchar(100) not null default '' comment 'whom the datacenter speaks to; may be empty',
  add column contact_email varchar(254) not null default '' comment 'that person''s mail address; may be empty',
  add column contact_phone varchar(40) not null default '' comment 'that person''s telephone; may be empty',
  modify column state varchar(10) not null comment 'OPEN, SUSPENDED: no new orders and settings, or CLOSED: nobody of it can log in',
  drop constraint tenant_state,
  add constraint tenant_state check (state in ('OPEN', 'SUSPENDED', 'CLOSED'));

update tenant set state_since = created_at;

alter table state_event
  drop constraint state_event_kind,
  add constraint state_event_kind check (subject_kind in ('SERVER', 'ORDER', 'LEASE', 'TRANSFER',
    'WIPE', 'INSPECTION', 'TENANT'));
