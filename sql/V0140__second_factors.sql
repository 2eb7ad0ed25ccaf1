-- What a member logs in with beside its password: codes of an app, and recovery codes.

create table second_factor (
  member_id bigint not null comment 'whose',
  secret varbinary(255) not null comment 'shared with the member''s app, Base32, encrypted by the portal',
  begun_at datetime(3) not null comment 'when it was shown, UTC',
  confirmed_at datetime(3) null comment 'since when codes of it are asked for, UTC; null: not yet',
  last_step bigint not null comment 'number of the newest time step of which a code was used; older ones and it are used up',
  primary key (member_id),
  constraint second_factor_of_member foreign key (member_id) references member (id)
) comment 'The app of a member that makes codes from time (RFC 6238)';

create table recovery_code (
  id bigint not null auto_increment comment 'id',
  member_id bigint not null comment 'whose',
  hash varchar(64) not null comment 'SHA-256 of the code, hexadecimal',
  used_at datetime(3) null comment 'when it was used, UTC; null: it can be',
  primary key (id),
  unique key recovery_code_once (member_id, hash),
  constraint recovery_code_of_member foreign key (member_id) references member (id)
) comment 'A code that opens once in place of the app';

alter table tenant
  add column second_factor_required boolean not null default false
    comment 'whether every member has to set up a second factor before it may do anything';
