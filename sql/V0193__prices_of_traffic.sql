-- A price may charge outside traffic, above what is included in a calendar month.

alter table offer
  add column traffic_per_gb decimal(19,6) comment 'for each 10^9 bytes to and from the outside, without tax; null: not charged',
  add column included_gb decimal(19,6) not null default 0 comment 'so many of them cost nothing in a calendar month';

alter table offer_price
  add column traffic_per_gb decimal(19,6) comment 'for each 10^9 bytes to and from the outside, without tax; null: not charged',
  add column included_gb decimal(19,6) not null default 0 comment 'so many of them cost nothing in a calendar month';

alter table lease
  add column traffic_per_gb decimal(19,6) comment 'for each 10^9 bytes to and from the outside, without tax; null: not charged',
  add column included_gb decimal(19,6) not null default 0 comment 'so many of them cost nothing in a calendar month';

alter table contract_price
  add column traffic_per_gb decimal(19,6) comment 'for each 10^9 bytes to and from the outside, without tax; null: not charged',
  add column included_gb decimal(19,6) not null default 0 comment 'so many of them cost nothing in a calendar month';
