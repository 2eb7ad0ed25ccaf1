-- What is wrong with the site, as the portal sees it: found by looking, again and again.

create table standing_problem (
  id bigint not null auto_increment comment 'id',
  kind varchar(40) not null comment 'code of the watch that found it; text standing.CODE',
  open_key varchar(190) comment 'kind, node and subject while it stands: each stands once; null once it is gone',
  node varchar(100) not null comment 'the portal''s node that it is a matter of; empty: of the whole portal',
  severity varchar(16) not null comment 'Severity',
  state varchar(16) not null comment 'StandingState',
  place varchar(24) not null comment 'Place: what sort of thing it is about',
  subject_id bigint not null comment 'id of that thing; 0 when there is one only',
  subject_name varchar(200) not null comment 'what that thing is called',
  reason varchar(64) comment 'reason code, when the thing has one',
  detail varchar(500) not null comment 'what was seen, values in no language; may be empty',
  since datetime(3) not null comment 'since when it is so, UTC',
  seen_at datetime(3) not null comment 'when it was seen last, UTC',
  gone_at datetime(3) comment 'when it was not seen any more, UTC; null while it stands',
  acknowledged_at datetime(3) comment 'when an operator said that it is known, UTC; null: nobody has',
  acknowledged_by varchar(100) comment 'login of that operator',
  note varchar(500) comment 'what that operator wrote',
  primary key (id),
  unique key standing_problem_once (open_key),
  key standing_problem_state (state, severity),
  key standing_problem_gone (gone_at),
  constraint standing_problem_severity check (severity in ('ERROR', 'WARNING', 'NOTICE')),
  constraint standing_problem_state check (state in ('OPEN', 'ACKNOWLEDGED', 'GONE')),
  constraint standing_problem_end check ((state = 'GONE') = (gone_at is not null)),
  constraint standing_problem_key check ((state = 'GONE') = (open_key is null))
) comment 'Something that an operator has to see to';

create table problem_watch (
  kind varchar(40) not null comment 'code of the watch',
  node varchar(100) not null comment 'node that looks; empty: any',
  looked_at datetime(3) not null comment 'when it looked last, UTC',
  primary key (kind, node)
) comment 'When each kind of problem was looked for last; its row is locked meanwhile';
