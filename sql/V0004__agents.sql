-- The daemons at both sites, the commands for them and the reports from them.

create table agent (
  id bigint not null auto_increment comment 'id',
  version bigint not null comment 'optimistic lock',
  tenant_id bigint not null comment 'a gateway''s tenant; the lender for lender agents',
  kind varchar(20) not null comment 'LENDER_AGENT or TENANT_GATEWAY',
  name varchar(63) not null comment 'as pages show it',
  state varchar(10) not null comment 'INVITED, ENROLLED or REVOKED',
  token_hash varchar(64) comment 'SHA-256 of the unused enrolment token',
  token_not_after datetime(3) comment 'end of the token, UTC',
  fingerprint varchar(64) comment 'SHA-256 of its TLS client certificate',
  certificate_serial varchar(40) comment 'serial of that certificate, hexadecimal',
  certificate_not_after datetime(3) comment 'end of that certificate, UTC',
  last_contact datetime(3) comment 'last call, to within ten seconds, UTC',
  silent_since datetime(3) comment 'last call before a silence that was noted, UTC',
  daemon_version varchar(64) comment 'as the daemon reported it',
  primary key (id),
  unique key agent_tenant (tenant_id, id),
  unique key agent_token (token_hash),
  unique key agent_fingerprint (fingerprint),
  constraint agent_of_tenant foreign key (tenant_id) references tenant (id),
  constraint agent_kind check (kind in ('LENDER_AGENT', 'TENANT_GATEWAY')),
  constraint agent_state check (state in ('INVITED', 'ENROLLED', 'REVOKED')),
  constraint agent_of_lender check ((kind = 'LENDER_AGENT') = (tenant_id = 1)),
  constraint agent_heard check ((state = 'ENROLLED') <= (fingerprint is not null))
) comment 'A lender agent or the daemon of a tenant gateway';

create table agent_queue (
  agent_id bigint not null comment 'the agent',
  last_sequence bigint not null comment 'number of its last command',
  primary key (agent_id),
  constraint agent_queue_of_agent foreign key (agent_id) references agent (id)
) comment 'Numbering of an agent''s commands; its row lock orders them';

create table agent_command (
  id varchar(36) not null comment 'UUID, the idempotency key',
  agent_id bigint not null comment 'for whom',
  sequence bigint not null comment 'order of delivery, from 1 for each agent',
  type varchar(30) not null comment 'which command, such as EnsurePower',
  server_id bigint not null comment 'fence: the server',
  lease_id bigint not null comment 'fence: the lease; 0 when none holds the server',
  generation bigint not null comment 'fence: the hold',
  not_after datetime(3) not null comment 'refused afterwards, UTC',
  body mediumblob comment 'JSON, encrypted by the portal; null once there is an outcome',
  state varchar(10) not null comment 'QUEUED, RUNNING, DONE, FAILED, EXPIRED, UNKNOWN, WITHDRAWN',
  outcome_code varchar(64) comment 'of a failure',
  outcome_detail varchar(4000) comment 'of a failure',
  queued_at datetime(3) not null comment 'when, UTC',
  finished_at datetime(3) comment 'when its outcome came, UTC',
  primary key (id),
  unique key agent_command_sequence (agent_id, sequence),
  key agent_command_lease (lease_id, state),
  constraint agent_command_of_agent foreign key (agent_id) references agent (id),
  constraint agent_command_state check (state in
    ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'EXPIRED', 'UNKNOWN', 'WITHDRAWN')),
  constraint agent_command_open
    check ((state in ('QUEUED', 'RUNNING')) = (finished_at is null)
      and (finished_at is null) = (body is not null))
) comment 'A command for a daemon: the outbox';

create table agent_report (
  id bigint not null auto_increment comment 'id',
  agent_id bigint not null comment 'from whom',
  report_id varchar(36) not null comment 'UUID that the daemon gave it',
  type varchar(30) not null comment 'which report, such as Beat',
  happened_at datetime(3) not null comment 'by the daemon''s clock, UTC',
  received_at datetime(3) not null comment 'by ours, UTC',
  disposition varchar(10) not null comment 'HANDLED; LATE or REFUSED when it changed nothing',
  reason varchar(1000) comment 'why it was flagged',
  body mediumtext comment 'JSON of a flagged report',
  primary key (id),
  unique key agent_report_id (agent_id, report_id),
  key agent_report_received (received_at),
  constraint agent_report_of_agent foreign key (agent_id) references agent (id),
  constraint agent_report_disposition check (disposition in ('HANDLED', 'LATE', 'REFUSED')),
  constraint agent_report_flagged check ((disposition = 'HANDLED') = (reason is null))
) comment 'A report that was accepted: the inbox';
