-- Who issues invoices, and the monthly runs that bill every tenant.

create table invoice_issuer (
  id int not null comment 'always 1',
  version int not null comment 'rises with every change',
  name varchar(200) not null comment 'of the company; may be empty, as the following',
  address varchar(500) not null comment 'lines separated by line feeds',
  registration varchar(14) not null comment 'as an issuer of qualified invoices: T and 13 digits',
  bank varchar(500) not null comment 'where to pay, lines separated by line feeds',
  terms varchar(500) not null comment 'terms of payment in words',
  due_rule varchar(20) not null comment 'DueRule',
  rounding varchar(10) not null comment 'how taxes are rounded',
  two_persons boolean not null comment 'whether who started a run may not issue it',
  reminder_days int comment 'a tenant is reminded after so many days; null: never',
  suspend_days int comment 'a tenant that owes for so many days is suspended; null: never',
  primary key (id),
  constraint invoice_issuer_single check (id = 1)
) comment 'Who issues invoices, and by which rules';

insert into invoice_issuer (id, version, name, address, registration, bank, terms, due_rule, rounding,
    two_persons) values (1, 0, '', '', '', '', '', 'DAYS_30', 'DOWN', false);

create table invoice_run (
  id bigint not null auto_increment comment 'id',
  version int not null comment 'rises with every change',
  month char(7) not null comment 'the month that it bills, YYYY-MM in the contract''s zone',
  state varchar(10) not null comment 'RunState',
  open_slot tinyint comment '1 while it is neither issued nor called off: there is one such run; null after that',
  as_of datetime(6) not null comment 'what became known later is left to a later run, UTC',
  issuer_version int not null comment 'what was entered about the issuer when it was started',
  started_by bigint not null comment 'member who started it; without a foreign key',
  started_name varchar(100) not null comment 'that member''s login',
  issued_by varchar(100) not null comment 'login of who had it issued; empty until then',
  ended_at datetime(6) comment 'when it was issued or called off, UTC',
  primary key (id),
  unique key invoice_run_open (open_slot),
  key invoice_run_month (month),
  constraint invoice_run_state check (state in ('REVIEW', 'ISSUING', 'ISSUED', 'CALLED_OFF')),
  constraint invoice_run_slot check ((state in ('REVIEW', 'ISSUING')) = (open_slot is not null)),
  constraint invoice_run_end check ((open_slot is null) = (ended_at is not null))
) comment 'A run that bills a month';

create table invoice_run_item (
  id bigint not null auto_increment comment 'id',
  run_id bigint not null comment 'the run',
  tenant_id bigint not null comment 'who is billed',
  version int not null comment 'rises with every change',
  currency char(3) not null comment 'ISO 4217',
  state varchar(10) not null comment 'ItemState',
  line_count int not null comment 'lines of its invoice',
  net decimal(19,6) not null comment 'as it was reviewed; negative: it becomes a credit note',
  tax decimal(19,6) not null comment 'as it was reviewed',
  before_net decimal(19,6) not null comment 'what was billed for the month before',
  invoice_id bigint comment 'what was issued; null until then',
  problem varchar(500) not null comment 'why it was not issued; empty when nothing is wrong',
  primary key (id),
  unique key invoice_run_item_once (run_id, tenant_id, currency),
  key invoice_run_item_waiting (run_id, state),
  constraint invoice_run_item_of foreign key (run_id) references invoice_run (id),
  constraint invoice_run_item_tenant foreign key (tenant_id) references tenant (id),
  constraint invoice_run_item_invoice foreign key (invoice_id) references invoice (id),
  constraint invoice_run_item_state check (state in ('WAITING', 'ISSUED', 'REFUSED')),
  constraint invoice_run_item_issued check ((state = 'ISSUED') = (invoice_id is not null))
) comment 'One tenant of a run, in one currency';

alter table invoice add constraint invoice_by_run foreign key (run_id) references invoice_run (id);
