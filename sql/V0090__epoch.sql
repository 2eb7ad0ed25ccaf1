-- A restored database is told from the one before it, and compared with the daemons before it acts.

create table epoch (
  id int not null comment 'always 1',
  number bigint not null comment 'part of every fence that begins; raised by every restore, to seconds since 1970 or more',
  state varchar(20) not null comment 'RUNNING, or RECONCILING: nothing is done to servers until a person has confirmed',
  since datetime(3) not null comment 'of this state, UTC',
  primary key (id),
  constraint epoch_is_one check (id = 1),
  constraint epoch_number check (number between 0 and 8589934591),
  constraint epoch_state check (state in ('RUNNING', 'RECONCILING'))
) comment 'Which books these are: one row';

insert into epoch (id, number, state, since) values (1, 0, 'RUNNING', utc_timestamp(3));

create table known_servers (
  agent_id bigint not null comment 'the lender agent',
  epoch bigint not null comment 'that it was told',
  told_at datetime(3) not null comment 'when it was told, UTC',
  report mediumtext not null comment 'JSON of the report Known',
  primary key (agent_id),
  constraint known_servers_of_agent foreign key (agent_id) references agent (id)
) comment 'What each lender agent remembers of servers, as it told last';
