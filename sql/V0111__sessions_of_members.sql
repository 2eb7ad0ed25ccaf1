-- How many sessions a member has at once is counted for all nodes together.

create table member_session (
  id bigint not null auto_increment comment 'id; rises with each log-in',
  member_id bigint not null comment 'who logged in; without a foreign key: it is read with every request, and never locks the member',
  began_at datetime(3) not null comment 'when it began, UTC',
  replaced_at datetime(3) null comment 'since when newer ones have taken its place, UTC; null: it lasts',
  primary key (id),
  key member_session_member (member_id, replaced_at),
  key member_session_old (began_at)
) comment 'One log-in of a member, until it ends';
