-- A day that began a month of its lease in the middle of an hour was counted for the month before:
-- leases that pay a share of a month for each day are written down anew from their second month, by
-- records that correct; the next run bills what differs. No record and no invoice is changed.

alter table usage_record
  modify column hour datetime(6) not null
    comment 'when the hour began in the contract''s zone, or within it a month of a lease that pays a share for each day, UTC';

-- No month of a lease is shorter than 27 days by any zone's clocks.
update usage_meter m join lease l on l.id = m.lease_id
  set m.metered_until = least(m.metered_until, l.handed_over_at + interval 27 day)
  where l.part_of_month = 'STARTED_DAYS' and l.handed_over_at is not null
    and (l.cut_off_at is null or l.cut_off_at > l.handed_over_at + interval 27 day);
