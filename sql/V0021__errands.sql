-- Commands that transfers and wipes wait for.

create table errand (
  id bigint not null auto_increment comment 'id',
  run_kind varchar(10) not null comment 'TRANSFER or WIPE',
  run_id bigint not null comment 'id of the transfer or wipe',
  name varchar(40) not null comment 'what is wished, in the run''s words',
  agent_id bigint not null comment 'the daemon that was asked last',
  command_id varchar(36) not null comment 'the last try''s command',
  state varchar(10) not null comment 'OPEN, DONE, FAILED, EXPIRED or UNKNOWN: the last try''s',
  outcome_code varchar(60) comment 'the daemon''s code of the failure',
  outcome_detail varchar(4000) comment 'the daemon''s words about the failure',
  retryable boolean not null comment 'whether the daemon said that another try may end better',
  tries int not null comment 'how often it was sent',
  sent_at datetime(3) not null comment 'when the last try was sent, UTC',
  ended_at datetime(3) comment 'when the last try had its outcome, UTC',
  primary key (id),
  unique key errand_name (run_kind, run_id, name),
  unique key errand_command (command_id),
  constraint errand_kind check (run_kind in ('TRANSFER', 'WIPE')),
  constraint errand_state check (state in ('OPEN', 'DONE', 'FAILED', 'EXPIRED', 'UNKNOWN'))
) comment 'One wish of a run, and what became of it';
