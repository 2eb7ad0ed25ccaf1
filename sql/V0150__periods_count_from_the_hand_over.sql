-- A period counts from the hand-over, and may have no end. Before the hand-over a lease has no end
-- yet. Each server of an order has its own end; the order keeps what was agreed.

alter table lease
  add column period_hours int comment 'agreed hours from the hand-over; null: open end',
  modify column ends_at datetime(3)
    comment 'when the period is over, UTC; null before the hand-over and with an open end',
  add constraint lease_period check (period_hours between 1 and 8784);

update lease
  set period_hours = least(8784, greatest(1, timestampdiff(hour, created_at, ends_at)));

update lease set ends_at = null where handed_over_at is null;

alter table purchase_order
  add column period_hours int comment 'agreed hours from each hand-over; null: open end',
  add constraint purchase_order_period check (period_hours between 1 and 8784);

update purchase_order
  set period_hours = least(8784, greatest(1, timestampdiff(hour, placed_at, ends_at)));

alter table purchase_order drop column ends_at;
