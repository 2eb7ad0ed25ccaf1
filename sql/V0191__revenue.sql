-- What reports tell of money: reckoned from charges by a timer, so that no page has to.

create table revenue (
  id bigint not null auto_increment comment 'id',
  month varchar(7) not null comment 'calendar month of the contract''s zone, as 2026-03',
  tenant_id bigint not null comment 'who owes it',
  offer_id bigint comment 'the offer that was ordered; null for what the tenant has without a lease',
  kind varchar(20) not null comment 'USED, or FORECAST for what running leases will bring',
  net decimal(19,6) not null comment 'without tax',
  currency varchar(3) not null comment 'ISO 4217',
  primary key (id),
  key revenue_month (month),
  constraint revenue_of_tenant foreign key (tenant_id) references tenant (id),
  constraint revenue_kind check (kind in ('USED', 'FORECAST'))
) comment 'Sums of charges; made anew from them at any time';

create table reckoned_month (
  month varchar(7) not null comment 'calendar month of the contract''s zone, as 2026-03',
  version int not null comment 'optimistic lock',
  reckoned_at datetime(6) not null comment 'when its revenue was reckoned last, UTC',
  primary key (month)
) comment 'Months whose revenue is reckoned, one row each';

-- A tenant's budgets.

create table budget (
  id bigint not null auto_increment comment 'id',
  version int not null comment 'optimistic lock',
  tenant_id bigint not null comment 'whose',
  label varchar(127) not null comment 'KEY=VALUE that its servers have; empty: all servers',
  amount decimal(19,6) not null comment 'of a calendar month, without tax',
  currency varchar(3) not null comment 'ISO 4217',
  thresholds varchar(60) not null comment 'percent at which somebody is told, rising, with commas',
  set_by varchar(100) not null comment 'login',
  set_at datetime(6) not null comment 'when, UTC',
  primary key (id),
  unique key budget_of_label (tenant_id, label, currency),
  constraint budget_of_tenant foreign key (tenant_id) references tenant (id),
  constraint budget_amount check (amount > 0)
) comment 'What a tenant means to spend in a month';
