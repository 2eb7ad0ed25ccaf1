-- History of everything with a state, and signals for the pages that show it.

create table state_event (
  id bigint not null auto_increment comment 'rises with every insert',
  subject_kind varchar(10) not null comment 'SERVER, ORDER, LEASE, TRANSFER or WIPE',
  subject_id bigint not null comment 'id of the thing that changed',
  at datetime(3) not null comment 'when, UTC',
  actor_kind varchar(10) not null comment 'MEMBER, AGENT or SYSTEM',
  actor_id bigint not null comment 'id of the member or agent; 0 for the portal',
  actor_name varchar(100) not null comment 'login, agent or job, as shown',
  from_state varchar(30) not null comment 'state before',
  event varchar(30) not null comment 'what happened',
  to_state varchar(30) not null comment 'state after; the same for a stale event',
  judgement varchar(10) not null comment 'MOVED, or STALE for late and repeated events',
  note varchar(200) comment 'why it was stale',
  reason_code varchar(60) not null comment 'stable code; key of the text shown',
  reason_detail varchar(1000) not null comment 'what was found, in plain words',
  fault varchar(10) comment 'LENDER, TENANT, NETWORK, HARDWARE or UNKNOWN; null unless a failure',
  previous_hash varchar(64) not null comment 'hash of the subject''s event before; zeros for the first',
  hash varchar(64) not null comment 'SHA-256 over the previous hash and this row',
  primary key (id),
  unique key state_event_chain (subject_kind, subject_id, previous_hash),
  key state_event_subject (subject_kind, subject_id, id),
  constraint state_event_kind check (subject_kind in ('SERVER', 'ORDER', 'LEASE', 'TRANSFER', 'WIPE')),
  constraint state_event_judgement check (judgement in ('MOVED', 'STALE')),
  constraint state_event_fault check (fault in ('LENDER', 'TENANT', 'NETWORK', 'HARDWARE', 'UNKNOWN'))
) comment 'One change of one subject, chained to the one before; never updated';

create table change_signal (
  id bigint not null auto_increment comment 'what the nodes tail',
  subject_kind varchar(10) not null comment 'SERVER, ORDER, LEASE, TRANSFER or WIPE',
  subject_id bigint not null comment 'id of the thing that changed',
  tenant_id bigint comment 'whose it is; null for things of the datacenter',
  at datetime(3) not null comment 'when, UTC; rows older than an hour are removed',
  primary key (id),
  key change_signal_at (at)
) comment 'Something that pages show has changed; tailed by every node';
