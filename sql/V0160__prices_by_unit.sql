-- A price is for each minute, hour, day or month that has begun, with a cap and a set-up fee;
-- what there was is for each hour. A price of an offer is written once.

alter table offer
  change column price_per_hour per_unit decimal(19,6) not null comment 'for each piece of time that has begun, without tax',
  modify column currency char(3) not null comment 'ISO 4217',
  add column price_unit varchar(10) not null default 'HOUR' comment 'the piece of time; BilledUnit',
  add column part_of_month varchar(20) not null default 'WHOLE' comment 'what a piece of a month costs; PartOfMonth',
  add column monthly_cap decimal(19,6) comment 'at most so much for a lease in a calendar month; null: no cap',
  add column set_up_fee decimal(19,6) not null default 0 comment 'once for each lease',
  add constraint offer_price_unit check (price_unit in ('MINUTE', 'HOUR', 'DAY', 'MONTH')),
  add constraint offer_part_of_month check (part_of_month in ('WHOLE', 'STARTED_DAYS'));

alter table offer_price
  change column price_per_hour per_unit decimal(19,6) not null comment 'for each piece of time that has begun, without tax',
  modify column currency char(3) not null comment 'ISO 4217',
  add column price_unit varchar(10) not null default 'HOUR' comment 'the piece of time; BilledUnit',
  add column part_of_month varchar(20) not null default 'WHOLE' comment 'what a piece of a month costs; PartOfMonth',
  add column monthly_cap decimal(19,6) comment 'at most so much for a lease in a calendar month; null: no cap',
  add column set_up_fee decimal(19,6) not null default 0 comment 'once for each lease',
  add constraint offer_price_piece check (price_unit in ('MINUTE', 'HOUR', 'DAY', 'MONTH')),
  add constraint offer_price_part_of_month check (part_of_month in ('WHOLE', 'STARTED_DAYS'));

alter table lease
  change column price_per_hour per_unit decimal(19,6) not null comment 'for each piece of time that has begun, as agreed, without tax',
  modify column currency char(3) not null comment 'ISO 4217',
  add column price_unit varchar(10) not null default 'HOUR' comment 'the piece of time; BilledUnit',
  add column part_of_month varchar(20) not null default 'WHOLE' comment 'what a piece of a month costs; PartOfMonth',
  add column monthly_cap decimal(19,6) comment 'at most so much in a calendar month; null: no cap',
  add column set_up_fee decimal(19,6) not null default 0 comment 'once, as agreed, without tax',
  add constraint lease_price_unit check (price_unit in ('MINUTE', 'HOUR', 'DAY', 'MONTH')),
  add constraint lease_part_of_month check (part_of_month in ('WHOLE', 'STARTED_DAYS'));

delimiter //

create trigger offer_price_is_for_ever before update on offer_price for each row
  signal sqlstate '45000' set message_text = 'offer_price is written once' //

create trigger offer_price_is_not_deleted before delete on offer_price for each row
  signal sqlstate '45000' set message_text = 'offer_price is kept for ever' //

delimiter ;
