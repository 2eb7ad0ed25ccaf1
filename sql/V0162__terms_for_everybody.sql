-- What holds for every tenant from a month on: the price of storage by volume, and what is given
-- back for faults of the datacenter.

create table storage_price (
  id bigint not null auto_increment comment 'id',
  currency char(3) not null comment 'for tenants that are charged in it; ISO 4217',
  number int not null comment '1 for the first of its currency, then one more with each',
  from_month date not null comment 'first day of the month since which it holds, in the contract''s zone',
  set_at datetime(6) not null comment 'when it was entered, UTC',
  set_by varchar(100) not null comment 'login of who entered it',
  primary key (id),
  unique key storage_price_number (currency, number)
) comment 'A price of image storage, for each 10^9 bytes and month; written once';

create table storage_price_tier (
  price_id bigint not null comment 'the price',
  above decimal(19,6) not null comment 'the volume above which it holds, in 10^9 bytes for a month',
  per_unit decimal(19,6) not null comment 'for each unit above, without tax',
  primary key (price_id, above),
  constraint storage_price_tier_of foreign key (price_id) references storage_price (id)
) comment 'A step of a price by volume; written once';

create table sla_rule (
  id bigint not null auto_increment comment 'id',
  number int not null comment '1 for the first, then one more with each',
  from_month date not null comment 'first day of the month since which it holds, in the contract''s zone',
  hours int not null comment 'of faults of the datacenter in a month that are borne',
  percent decimal(5,2) not null comment 'of the month''s charge that is given back when they are more; 0: none',
  set_at datetime(6) not null comment 'when it was entered, UTC',
  set_by varchar(100) not null comment 'login of who entered it',
  primary key (id),
  unique key sla_rule_number (number),
  constraint sla_rule_possible check (hours between 0 and 744 and percent between 0 and 100)
) comment 'What is given back for faults of the datacenter; written once';

delimiter //

create trigger storage_price_is_for_ever before update on storage_price for each row
  signal sqlstate '45000' set message_text = 'storage_price is written once' //

create trigger storage_price_is_not_deleted before delete on storage_price for each row
  signal sqlstate '45000' set message_text = 'storage_price is kept for ever' //

create trigger storage_price_tier_is_for_ever before update on storage_price_tier for each row
  signal sqlstate '45000' set message_text = 'storage_price_tier is written once' //

create trigger storage_price_tier_is_not_deleted before delete on storage_price_tier for each row
  signal sqlstate '45000' set message_text = 'storage_price_tier is kept for ever' //

create trigger sla_rule_is_for_ever before update on sla_rule for each row
  signal sqlstate '45000' set message_text = 'sla_rule is written once' //

create trigger sla_rule_is_not_deleted before delete on sla_rule for each row
  signal sqlstate '45000' set message_text = 'sla_rule is kept for ever' //

delimiter ;
