-- A member sees its sessions and how it was logged in with its login, and ends the ones it does not know.

alter table member_session
  add column address varchar(64) not null default '' comment 'from where it began, as the audit trail writes it',
  add column device varchar(300) not null default '' comment 'what the browser calls itself (User-Agent), cut',
  add column seen_at datetime(3) null comment 'last request, to a minute, UTC; null: not since it began',
  add column ended_at datetime(3) null comment 'when it was ended from another session, UTC; null: it was not';

create table sign_in (
  id bigint not null auto_increment comment 'id',
  member_id bigint not null comment 'whose login; without a foreign key: it is written at each try',
  at datetime(3) not null comment 'when, UTC',
  address varchar(64) not null comment 'from where, as the audit trail writes it',
  device varchar(300) not null comment 'what the browser calls itself (User-Agent), cut',
  result varchar(20) not null comment 'what became of it; SignInResult',
  primary key (id),
  key sign_in_member (member_id, id),
  key sign_in_old (at)
) comment 'A try to log in with a login that exists';
