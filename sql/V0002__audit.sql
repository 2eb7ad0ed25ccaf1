-- The audit trail: every security-relevant act, chained by hashes.

create table audit_entry (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'in whose trail it stands',
  at datetime(3) not null comment 'when, UTC',
  actor_kind varchar(10) not null comment 'MEMBER, AGENT or SYSTEM',
  actor_id bigint not null comment 'id of the member or agent; 0 for the portal',
  actor_name varchar(100) not null comment 'login, agent or job, as shown',
  action varchar(60) not null comment 'feature and verb, such as image.remove',
  subject varchar(1000) not null comment 'what it was done to',
  detail varchar(1000) not null comment 'one line for a person; may be empty',
  seal_number bigint comment 'place in the chain; null until it is sealed',
  seal varchar(64) comment 'SHA-256 over the seal before and this row; null until it is sealed',
  primary key (id),
  unique key audit_entry_seal (seal_number),
  key audit_entry_tenant (tenant_id, id),
  constraint audit_entry_of_tenant foreign key (tenant_id) references tenant (id),
  constraint audit_entry_actor check (actor_kind in ('MEMBER', 'AGENT', 'SYSTEM')),
  constraint audit_entry_sealed check ((seal_number is null) = (seal is null))
) comment 'One act; written once, only its seal is added';

create table audit_seal (
  id int not null comment 'always 1',
  last_number bigint not null comment 'number of the last sealed entry',
  last_seal varchar(64) not null comment 'its seal; empty before the first',
  primary key (id),
  constraint audit_seal_single check (id = 1)
) comment 'The end of the chain of seals';

insert into audit_seal (id, last_number, last_seal) values (1, 0, '');
