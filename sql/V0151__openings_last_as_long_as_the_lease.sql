-- An extended lease, or one with an open end, needs its openings longer than they were opened for.

alter table lease
  add column grants_until datetime(3)
    comment 'when its production openings shut by themselves, UTC; null before the hand-over',
  add key lease_grants (state, grants_until);

update lease set grants_until = ends_at + interval 1 hour where handed_over_at is not null;
