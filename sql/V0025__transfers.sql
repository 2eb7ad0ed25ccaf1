-- Transfers: runs that move a tenant's system onto a leased server.

create table transfer (
  id bigint not null auto_increment comment 'id',
  version int not null comment 'optimistic lock',
  tenant_id bigint not null comment 'whose it is',
  lease_id bigint not null comment 'the lease it starts',
  server_id bigint not null comment 'the server',
  generation bigint not null comment 'the hold that its commands carry',
  image_id bigint not null comment 'the boot image',
  plan_sha256 varchar(64) not null comment 'SHA-256 of the install plan',
  settings_arguments varchar(200) not null comment 'kernel arguments that tell where the plan is',
  state varchar(30) not null comment 'where it stands; TransferState',
  started_at datetime(3) not null comment 'when it began, UTC',
  ended_at datetime(3) comment 'when it ended, UTC',
  next_run_at datetime(3) comment 'when the engine looks again, UTC; null when it is over',
  token_hash varchar(64) comment 'SHA-256 of the boot token while it lives',
  token_not_after datetime(3) comment 'end of the boot token, UTC',
  last_beat_at datetime(3) comment 'last sign of life of the installer, UTC',
  last_beat_sequence bigint comment 'number of the last beat',
  last_phase varchar(20) comment 'what the installer is at',
  last_percent int comment 'of the phase, when known',
  last_message varchar(1000) comment 'the installer''s words',
  problem_fault varchar(10) comment 'whose matter the failure is',
  problem_code varchar(60) comment 'stable code of the failure',
  problem_detail varchar(1000) comment 'what was found',
  primary key (id),
  unique key transfer_token (token_hash),
  key transfer_tenant (tenant_id, id),
  key transfer_due (next_run_at),
  key transfer_lease (lease_id, id),
  constraint transfer_of_lease foreign key (lease_id) references lease (id),
  constraint transfer_of_server foreign key (server_id) references server (id),
  constraint transfer_state check (state in ('RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'))
) comment 'One run that moves a tenant''s system onto a server';

create table transfer_step (
  transfer_id bigint not null comment 'the transfer',
  position int not null comment 'order, from 0',
  name varchar(20) not null comment 'which step; StepName',
  state varchar(20) not null comment 'where it stands; StepState',
  started_at datetime(3) comment 'when its turn came, UTC',
  ended_at datetime(3) comment 'when it ended, UTC',
  message varchar(1000) not null comment 'the last thing learned; may be empty',
  primary key (transfer_id, position),
  constraint transfer_step_of_transfer foreign key (transfer_id) references transfer (id),
  constraint transfer_step_state check (state in ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED',
    'SKIPPED', 'TIMED_OUT'))
) comment 'One step of a transfer';

create table transfer_evidence (
  transfer_id bigint not null comment 'the transfer',
  evidence varchar(40) not null comment 'what was seen; Evidence',
  seen_at datetime(3) not null comment 'when it was seen first, UTC',
  primary key (transfer_id, evidence),
  constraint transfer_evidence_of_transfer foreign key (transfer_id) references transfer (id)
) comment 'Things that were seen in the course of a transfer';

create table transfer_plan (
  transfer_id bigint not null comment 'the transfer',
  tenant_id bigint not null comment 'whose it is',
  plan_text longblob not null comment 'the install plan, encrypted by the portal',
  origins longblob not null comment 'who set each line of it, encrypted by the portal',
  primary key (transfer_id),
  constraint transfer_plan_of_transfer foreign key (transfer_id) references transfer (id)
) comment 'The install plan of a transfer';

create table transfer_log (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'whose it is',
  transfer_id bigint not null comment 'the transfer',
  sequence bigint not null comment 'number of the piece',
  received_at datetime(3) not null comment 'when it came, UTC',
  text mediumtext not null comment 'at most 64 KiB',
  primary key (id),
  key transfer_log_piece (transfer_id, sequence),
  constraint transfer_log_of_transfer foreign key (transfer_id) references transfer (id)
) comment 'A piece of an installer''s log; a transfer keeps the last few';

create table transfer_problem (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'whose it is',
  transfer_id bigint not null comment 'the transfer; without a foreign key, since problems are noted while its row is locked',
  at datetime(3) not null comment 'when, UTC',
  code varchar(60) not null comment 'stable code; key of the text shown',
  detail varchar(1000) not null comment 'what was found; never a secret',
  primary key (id),
  key transfer_problem_transfer (transfer_id, id)
) comment 'Something beside the steps that should not have happened';
