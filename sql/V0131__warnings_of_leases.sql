-- Which of the warnings before the end of a lease was given last: each is given once, and anew when the
-- lease gets another end.

create table lease_watch (
  lease_id bigint not null comment 'the lease; without a foreign key: leases are kept for ever, this is not',
  ends_at datetime(3) not null comment 'the end that was seen, UTC',
  since datetime(3) not null comment 'up to when every warning of that end was judged, UTC',
  next_at datetime(3) comment 'when the next warning is due, UTC; null: none is left',
  primary key (lease_id),
  key lease_watch_old (ends_at)
) comment 'How far the warnings of a lease''s end are';
