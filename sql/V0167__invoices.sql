-- Invoices and credit notes: written once, with numbers that have no gaps. What is owed of them is kept
-- beside them.

create table invoice_number (
  series varchar(8) not null comment 'letters before the year; empty for invoices',
  year int not null comment 'of the day of issue, in the contract''s zone',
  last_number bigint not null comment 'the last one that was given',
  primary key (series, year)
) comment 'The end of each series of numbers';

insert into invoice_number (series, year, last_number)
  with recursive years (year) as (select 2020 union all select year + 1 from years where year < 2199)
  select series.letters, years.year, 0 from years, (select '' letters union all select 'CN') series;

create table invoice (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'who owes it',
  kind varchar(12) not null comment 'INVOICE or CREDIT_NOTE',
  number varchar(24) not null comment 'series, year and place, as 2026-000123 or CN-2026-000004',
  series varchar(8) not null comment 'as in invoice_number',
  year int not null comment 'as in invoice_number',
  place bigint not null comment 'in its series and year, from 1 without gaps',
  run_id bigint comment 'the run that issued it; null: a credit note that somebody entered',
  corrects_id bigint comment 'the invoice that a credit note takes back from; null for invoices',
  reason varchar(500) not null comment 'why a credit note was entered; may be empty',
  month char(7) not null comment 'the month that it bills, YYYY-MM in the contract''s zone',
  zone varchar(64) not null comment 'IANA name of the contract''s time zone',
  issued_at datetime(6) not null comment 'UTC',
  issued_on date not null comment 'that day in the zone',
  due_on date not null comment 'the last day of payment',
  currency char(3) not null comment 'ISO 4217, of all its amounts',
  net decimal(19,6) not null comment 'sum of its lines; negative for a credit note, as all of its amounts',
  tax decimal(19,6) not null comment 'sum of its taxes',
  total decimal(19,6) not null comment 'net and tax',
  rounding varchar(10) not null comment 'how its taxes were rounded, once for each rate',
  line_count int not null comment 'how many lines it has',
  tax_count int not null comment 'how many rates it has',
  issuer_name varchar(200) not null comment 'as it was then, like the following',
  issuer_address varchar(500) not null comment 'lines separated by line feeds',
  issuer_registration varchar(14) not null comment 'T and 13 digits',
  issuer_bank varchar(500) not null comment 'where to pay, lines separated by line feeds',
  issuer_terms varchar(500) not null comment 'terms of payment in words; may be empty',
  buyer_name varchar(80) not null comment 'of the tenant',
  buyer_address varchar(500) not null comment 'lines separated by line feeds; may be empty',
  issued_by varchar(100) not null comment 'login of who had it issued',
  primary key (id),
  unique key invoice_number_once (number),
  unique key invoice_place (series, year, place),
  unique key invoice_of_run (run_id, tenant_id, currency),
  key invoice_tenant (tenant_id, issued_on),
  key invoice_issued (issued_at),
  key invoice_corrects (corrects_id),
  constraint invoice_of_tenant foreign key (tenant_id) references tenant (id),
  constraint invoice_corrected foreign key (corrects_id) references invoice (id),
  constraint invoice_kind check (kind in ('INVOICE', 'CREDIT_NOTE')),
  constraint invoice_corrects_one check ((kind = 'CREDIT_NOTE') = (corrects_id is not null)),
  constraint invoice_comes_from check (kind = 'CREDIT_NOTE' or run_id is not null),
  constraint invoice_sum check (total = net + tax),
  constraint invoice_sign check (kind = 'CREDIT_NOTE' or total >= 0),
  constraint invoice_lines check (line_count > 0 and tax_count > 0)
) comment 'An invoice or credit note; written once';

create table invoice_line (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'as its invoice''s',
  invoice_id bigint not null comment 'the invoice',
  position int not null comment 'from 1',
  kind varchar(16) not null comment 'ChargeKind',
  month char(7) not null comment 'the month that it was used in, YYYY-MM in the contract''s zone',
  correction boolean not null comment 'whether it corrects what was billed before',
  counts boolean not null comment 'whether later runs take it as billed; not what was credited as a favour',
  lease_id bigint comment 'the lease; null: of none',
  server_name varchar(64) comment 'as it was called then; null: of none',
  offer_id bigint comment 'the offer; null: of none',
  offer_name varchar(100) comment 'as it was called then; null: of none',
  used_from datetime(6) not null comment 'UTC',
  used_until datetime(6) not null comment 'UTC',
  quantity decimal(19,6) not null comment 'in units; may be negative',
  unit varchar(10) not null comment 'ChargeUnit',
  unit_price decimal(19,6) not null comment 'without tax',
  net decimal(19,6) not null comment 'without tax; less than quantity times price when the price is capped',
  tax_category varchar(16) not null comment 'TaxCategory',
  percent decimal(6,3) not null comment 'rate of tax when it was used',
  primary key (id),
  unique key invoice_line_position (invoice_id, position),
  key invoice_line_month (tenant_id, month),
  constraint invoice_line_of foreign key (invoice_id) references invoice (id),
  constraint invoice_line_first check (position > 0)
) comment 'A line of an invoice; written once';

create table invoice_tax (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'as its invoice''s',
  invoice_id bigint not null comment 'the invoice',
  position int not null comment 'from 1',
  tax_category varchar(16) not null comment 'TaxCategory',
  percent decimal(6,3) not null comment 'the rate',
  net decimal(19,6) not null comment 'sum of its lines',
  tax decimal(19,6) not null comment 'of that sum, rounded once',
  primary key (id),
  unique key invoice_tax_position (invoice_id, position),
  unique key invoice_tax_rate (invoice_id, tax_category, percent),
  constraint invoice_tax_of foreign key (invoice_id) references invoice (id),
  constraint invoice_tax_first check (position > 0)
) comment 'The tax of one rate of an invoice; written once';

create table invoice_balance (
  invoice_id bigint not null comment 'the invoice or credit note',
  tenant_id bigint not null comment 'as its invoice''s',
  version int not null comment 'rises with every change',
  state varchar(10) not null comment 'InvoiceState',
  paid decimal(19,6) not null comment 'sum of its payments, less what was paid back',
  credited decimal(19,6) not null comment 'total of the credit notes of an invoice',
  reminders int not null comment 'how often its tenant was reminded',
  next_look date comment 'when it is looked at again, in the contract''s zone; null: never',
  warned_on date comment 'when its tenant was told of the suspension to come; null: it was not',
  primary key (invoice_id),
  key invoice_balance_due (state, next_look),
  constraint invoice_balance_of foreign key (invoice_id) references invoice (id),
  constraint invoice_balance_state check (state in ('OPEN', 'OVERDUE', 'SETTLED', 'CREDIT')),
  constraint invoice_balance_credited check (credited >= 0)
) comment 'What is owed of an invoice';

delimiter //

create trigger invoice_number_begins before insert on invoice_number for each row
  if new.last_number <> 0 then
    signal sqlstate '45000' set message_text = 'a series of invoice numbers begins with nothing given';
  end if //

create trigger invoice_number_has_no_gaps before update on invoice_number for each row
  if new.series <> old.series or new.year <> old.year or new.last_number <> old.last_number + 1 then
    signal sqlstate '45000' set message_text = 'invoice numbers are given one after the other';
  end if //

create trigger invoice_number_is_not_deleted before delete on invoice_number for each row
  signal sqlstate '45000' set message_text = 'invoice_number is kept for ever' //

create trigger invoice_is_for_ever before update on invoice for each row
  signal sqlstate '45000' set message_text = 'invoice is written once: issue a credit note' //

create trigger invoice_is_not_deleted before delete on invoice for each row
  signal sqlstate '45000' set message_text = 'invoice is kept for ever' //

create trigger invoice_line_is_of_its_invoice before insert on invoice_line for each row
  if not exists (select 1 from invoice i where i.id = new.invoice_id
      and i.tenant_id = new.tenant_id and new.position <= i.line_count) then
    signal sqlstate '45000' set message_text = 'invoice_line: the invoice has no such line';
  end if //

create trigger invoice_line_is_for_ever before update on invoice_line for each row
  signal sqlstate '45000' set message_text = 'invoice_line is written once' //

create trigger invoice_line_is_not_deleted before delete on invoice_line for each row
  signal sqlstate '45000' set message_text = 'invoice_line is kept for ever' //

create trigger invoice_tax_is_of_its_invoice before insert on invoice_tax for each row
  if not exists (select 1 from invoice i where i.id = new.invoice_id
      and i.tenant_id = new.tenant_id and new.position <= i.tax_count) then
    signal sqlstate '45000' set message_text = 'invoice_tax: the invoice has no such rate';
  end if //

create trigger invoice_tax_is_for_ever before update on invoice_tax for each row
  signal sqlstate '45000' set message_text = 'invoice_tax is written once' //

create trigger invoice_tax_is_not_deleted before delete on invoice_tax for each row
  signal sqlstate '45000' set message_text = 'invoice_tax is kept for ever' //

create trigger invoice_balance_is_not_deleted before delete on invoice_balance for each row
  signal sqlstate '45000' set message_text = 'invoice_balance is kept for ever' //

delimiter ;
