-- What was agreed with a tenant; each version stands for all of it, from a month on.

create table contract (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'with whom',
  number int not null comment '1 for the first, then one more with each',
  from_month date not null comment 'first day of the month since which it holds, in the contract''s zone',
  discount decimal(5,2) not null comment 'percent that are taken off',
  tax_category varchar(20) not null comment 'how it is taxed; TaxCategory',
  currency char(3) not null comment 'of what is charged without a lease; ISO 4217',
  note varchar(300) not null comment 'for people; may be empty',
  set_at datetime(6) not null comment 'when it was entered, UTC',
  set_by varchar(100) not null comment 'login of who entered it',
  primary key (id),
  unique key contract_number (tenant_id, number),
  constraint contract_of_tenant foreign key (tenant_id) references tenant (id),
  constraint contract_discount check (discount between 0 and 100),
  constraint contract_tax check (tax_category in ('STANDARD', 'REDUCED', 'EXEMPT', 'REVERSE_CHARGE'))
) comment 'A version of what was agreed with a tenant; written once';

create table contract_price (
  contract_id bigint not null comment 'the version',
  offer_id bigint not null comment 'of which offer',
  price_unit varchar(10) not null comment 'the piece of time; BilledUnit',
  per_unit decimal(19,6) not null comment 'for each that has begun, without tax',
  part_of_month varchar(20) not null comment 'what a piece of a month costs; PartOfMonth',
  monthly_cap decimal(19,6) comment 'at most so much for a lease in a calendar month; null: no cap',
  set_up_fee decimal(19,6) not null comment 'once for each lease',
  currency char(3) not null comment 'ISO 4217',
  primary key (contract_id, offer_id),
  constraint contract_price_of_contract foreign key (contract_id) references contract (id),
  constraint contract_price_of_offer foreign key (offer_id) references offer (id)
) comment 'An offer''s price for a tenant, for orders as long as the version holds; written once';

delimiter //

create trigger contract_is_for_ever before update on contract for each row
  signal sqlstate '45000' set message_text = 'contract is written once' //

create trigger contract_is_not_deleted before delete on contract for each row
  signal sqlstate '45000' set message_text = 'contract is kept for ever' //

create trigger contract_price_is_for_ever before update on contract_price for each row
  signal sqlstate '45000' set message_text = 'contract_price is written once' //

create trigger contract_price_is_not_deleted before delete on contract_price for each row
  signal sqlstate '45000' set message_text = 'contract_price is kept for ever' //

delimiter ;
