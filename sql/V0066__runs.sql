-- Transfers and wipes are runs of steps. What a run is, stands here once; what each kind adds, stays
-- with the kind. Steps of wipes that were over before are made up as far as their state tells.

create table run (
  id bigint not null auto_increment comment 'id',
  version int not null comment 'optimistic lock',
  kind varchar(20) not null comment 'which list of steps: TRANSFER, WIPE, ...',
  server_id bigint not null comment 'the server',
  lease_id bigint comment 'the lease that it is for; null when it is the operator''s own',
  generation bigint not null comment 'its own hold on the server, which its commands carry',
  state varchar(30) not null comment 'where it stands; RunState',
  started_at datetime(3) not null comment 'when it began, UTC',
  ended_at datetime(3) comment 'when it ended, UTC',
  next_run_at datetime(3) comment 'when the engine looks again, UTC; null when it is over',
  last_beat_at datetime(3) comment 'last sign of life of what the server booted, UTC',
  last_beat_sequence bigint comment 'number of the last beat',
  last_phase varchar(20) comment 'what the server is at',
  last_percent int comment 'of the phase, when known',
  last_message varchar(1000) comment 'the server''s words',
  problem_fault varchar(10) comment 'whose matter the failure is',
  problem_code varchar(60) comment 'stable code of the failure',
  problem_detail varchar(1000) comment 'what was found',
  former_id bigint comment 'for this migration',
  primary key (id),
  unique key run_fence (server_id, generation),
  key run_due (next_run_at),
  key run_lease (lease_id, id),
  constraint run_of_server foreign key (server_id) references server (id),
  constraint run_of_lease foreign key (lease_id) references lease (id),
  constraint run_state check (state in ('RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'))
) comment 'Steps that are brought about on one server, one after the other';

create table run_step (
  run_id bigint not null comment 'the run',
  position int not null comment 'order, from 0',
  name varchar(20) not null comment 'which step, in its kind''s words',
  state varchar(20) not null comment 'where it stands; StepState',
  started_at datetime(3) comment 'when its turn came, UTC',
  ended_at datetime(3) comment 'when it ended, UTC',
  message varchar(1000) not null comment 'the last thing learned; may be empty',
  primary key (run_id, position),
  constraint run_step_of_run foreign key (run_id) references run (id),
  constraint run_step_state check (state in ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'SKIPPED',
    'TIMED_OUT'))
) comment 'One step of a run';

create table run_evidence (
  run_id bigint not null comment 'the run',
  evidence varchar(40) not null comment 'what was seen, in its kind''s words',
  seen_at datetime(3) not null comment 'when it was seen first, UTC',
  primary key (run_id, evidence),
  constraint run_evidence_of_run foreign key (run_id) references run (id)
) comment 'Things that were seen in the course of a run';

insert into run (version, kind, server_id, lease_id, generation, state, started_at, ended_at,
    next_run_at, last_beat_at, last_beat_sequence, last_phase, last_percent, last_message,
    problem_fault, problem_code, problem_detail, former_id)
  select 0, 'TRANSFER', server_id, lease_id, generation, state, started_at, ended_at, next_run_at,
    last_beat_at, last_beat_sequence, last_phase, last_percent, last_message, problem_fault,
    problem_code, problem_detail, id
  from transfer;

insert into run (version, kind, server_id, lease_id, generation, state, started_at, ended_at,
    next_run_at, last_beat_at, last_beat_sequence, last_phase, last_percent, last_message,
    problem_fault, problem_code, problem_detail, former_id)
  select 0, 'WIPE', server_id, lease_id, generation,
    case
      when state in ('VERIFIED', 'RELEASED', 'QUARANTINED') then 'SUCCEEDED'
      when state = 'FAILED' then 'FAILED'
      else 'RUNNING'
    end,
    started_at, ended_at, next_run_at, last_beat_at, nullif(last_beat_sequence, -1), phase, percent,
    message, problem_fault, problem_code, problem_detail, id
  from wipe;

insert into run_step (run_id, position, name, state, started_at, ended_at, message)
  select r.id, s.position, s.name, s.state, s.started_at, s.ended_at, s.message
  from transfer_step s join run r on r.kind = 'TRANSFER' and r.former_id = s.transfer_id;

insert into run_step (run_id, position, name, state, started_at, ended_at, message)
  select r.id, planned.position, planned.name,
    case
      when r.state = 'SUCCEEDED' or planned.position < reached.position then 'SUCCEEDED'
      when planned.position > reached.position then if(r.state = 'FAILED', 'SKIPPED', 'PENDING')
      when r.state = 'FAILED' then 'FAILED'
      else 'RUNNING'
    end,
    case
      when r.state <> 'SUCCEEDED' and planned.position > reached.position then null
      when planned.position = reached.position then w.state_since
      else w.started_at
    end,
    case
      when r.state = 'SUCCEEDED' then w.ended_at
      when planned.position < reached.position then w.state_since
      when r.state = 'FAILED' then w.ended_at
    end,
    ''
  from wipe w
  join run r on r.kind = 'WIPE' and r.former_id = w.id
  join (
    select 0 as position, 'CUT_OFF' as name
    union all select 1, 'START_ERASER'
    union all select 2, 'ERASE'
    union all select 3, 'WITHDRAW') planned
    on planned.position = 0 or w.ending = 'ERASE'
  join (
    select 'CUTTING_OFF' as state, 0 as position
    union all select 'STAGING', 1
    union all select 'ERASING', 2
    union all select 'WITHDRAWING', 3
    union all select 'VERIFIED', 3
    union all select 'RELEASED', 0
    union all select 'QUARANTINED', 0
    union all select 'FAILED', 0) reached
    on reached.state = w.state;

insert into run_evidence (run_id, evidence, seen_at)
  select r.id, if(e.evidence = 'INSTALLED', 'BEAT_INSTALLED', e.evidence), e.seen_at
  from transfer_evidence e join run r on r.kind = 'TRANSFER' and r.former_id = e.transfer_id;

insert into run_evidence (run_id, evidence, seen_at)
  select r.id, 'ALL_DISKS_PROVEN', w.state_since
  from wipe w join run r on r.kind = 'WIPE' and r.former_id = w.id
  where w.erased_reported;

alter table errand drop constraint errand_kind, drop key errand_name;
update errand e join run r on r.kind = e.run_kind and r.former_id = e.run_id set e.run_id = -r.id;
update errand set run_id = -run_id;
alter table errand
  drop column run_kind,
  modify run_id bigint not null comment 'the run that wishes it',
  add unique key errand_name (run_id, name),
  add constraint errand_of_run foreign key (run_id) references run (id);

alter table transfer add run_id bigint comment 'the run that brings it about';
update transfer t join run r on r.kind = 'TRANSFER' and r.former_id = t.id set t.run_id = r.id;
alter table transfer drop foreign key transfer_of_lease, drop foreign key transfer_of_server;
alter table transfer
  drop constraint transfer_state,
  drop key transfer_due,
  drop key transfer_lease,
  drop column lease_id,
  drop column server_id,
  drop column generation,
  drop column state,
  drop column started_at,
  drop column ended_at,
  drop column next_run_at,
  drop column last_beat_at,
  drop column last_beat_sequence,
  drop column last_phase,
  drop column last_percent,
  drop column last_message,
  drop column problem_fault,
  drop column problem_code,
  drop column problem_detail,
  modify run_id bigint not null comment 'the run that brings it about',
  add unique key transfer_run (run_id),
  add constraint transfer_of_run foreign key (run_id) references run (id);

alter table wipe add run_id bigint comment 'the run that brings it about';
update wipe w join run r on r.kind = 'WIPE' and r.former_id = w.id set w.run_id = r.id;
alter table wipe drop foreign key wipe_of_server, drop foreign key wipe_of_lease;
alter table wipe
  drop constraint wipe_state,
  drop key wipe_due,
  drop key wipe_lease,
  drop key wipe_server,
  drop column version,
  drop column server_id,
  drop column lease_id,
  drop column generation,
  drop column state,
  drop column state_since,
  drop column started_at,
  drop column ended_at,
  drop column next_run_at,
  drop column last_beat_at,
  drop column last_beat_sequence,
  drop column phase,
  drop column percent,
  drop column message,
  drop column erased_reported,
  drop column problem_fault,
  drop column problem_code,
  drop column problem_detail,
  modify run_id bigint not null comment 'the run that brings it about',
  add unique key wipe_run (run_id),
  add constraint wipe_of_run foreign key (run_id) references run (id);

drop table transfer_step;
drop table transfer_evidence;
alter table run drop column former_id;
