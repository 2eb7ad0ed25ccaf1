-- A price of a tenant's own is only what was agreed; the other parts are the list's when an order is
-- placed. Versions that are there keep all of their parts, as they were shown when they were agreed.

alter table contract_price
  modify column price_unit varchar(10) comment 'the piece of time that per_unit is for; BilledUnit; null: as the list has it, as all that is null',
  modify column per_unit decimal(19,6) comment 'for each that has begun, without tax',
  modify column part_of_month varchar(20) comment 'what a piece of a month costs; PartOfMonth',
  modify column monthly_cap decimal(19,6) comment 'at most so much for a lease in a calendar month',
  modify column set_up_fee decimal(19,6) comment 'once for each lease; not null: all parts were agreed, no cap or price of traffic among them when null',
  modify column included_gb decimal(19,6) comment 'so many GB cost nothing in a calendar month';

alter table contract_price comment 'What was agreed of an offer''s price with a tenant, for orders as long as the version holds; written once';
