-- Servers can be inspected before they are admitted.

alter table server
  drop constraint server_state,
  add constraint server_state check (state in ('ENROLLED', 'INSPECTING', 'AVAILABLE', 'RESERVED',
    'PROVISIONING', 'LEASED', 'ISOLATING', 'ISOLATED', 'WIPING', 'WIPE_FAILED', 'QUARANTINED',
    'MAINTENANCE', 'RETIRED'));

alter table state_event
  drop constraint state_event_kind,
  add constraint state_event_kind check (subject_kind in ('SERVER', 'ORDER', 'LEASE', 'TRANSFER',
    'WIPE', 'INSPECTION'));

create table inspection (
  id bigint not null auto_increment comment 'id',
  run_id bigint not null comment 'the run that brings it about',
  facts mediumtext comment 'what the server is made of, as it came over the wire; null before that',
  primary key (id),
  unique key inspection_run (run_id),
  constraint inspection_of_run foreign key (run_id) references run (id)
) comment 'What a run found a server to be made of';
