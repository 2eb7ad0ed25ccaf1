-- Reports read what happened to servers from one time to another.

create index state_event_at on state_event (subject_kind, at);
create index run_ended on run (kind, ended_at);
create index lease_handed_over on lease (handed_over_at);
