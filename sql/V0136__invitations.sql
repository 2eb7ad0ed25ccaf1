-- Who may become a member, and who may set a new password: each by a link that works once.

create table invitation (
  id bigint not null auto_increment comment 'id',
  version bigint not null comment 'optimistic lock',
  tenant_id bigint not null comment 'whose member the invited becomes',
  email varchar(254) not null comment 'where the link goes, and the login from then on; lower case',
  display_name varchar(100) not null comment 'as pages show it',
  role varchar(20) not null comment 'what the invited may do: Role',
  state varchar(10) not null comment 'OPEN; ACCEPTED; WITHDRAWN by an administrator',
  token_hash varchar(64) null comment 'SHA-256 of the link''s token; null when no link works any more',
  not_after datetime(3) not null comment 'from then on the link does not work, UTC',
  sent int not null comment 'how many links there were',
  invited_by varchar(254) not null comment 'login of who invited, or the command',
  created_at datetime(3) not null comment 'when, UTC',
  open_email varchar(254) as (case when state = 'OPEN' then email end) virtual comment 'one open invitation an address and tenant',
  primary key (id),
  unique key invitation_token (token_hash),
  unique key invitation_open_once (tenant_id, open_email),
  key invitation_of_tenant (tenant_id, id),
  constraint invitation_tenant foreign key (tenant_id) references tenant (id),
  constraint invitation_state check (state in ('OPEN', 'ACCEPTED', 'WITHDRAWN')),
  constraint invitation_link check (state = 'OPEN' or token_hash is null),
  constraint invitation_of_lender check
    ((tenant_id = 1) = (role in ('LENDER_ADMIN', 'OPERATOR', 'LENDER_BILLING', 'AUDITOR')))
) comment 'One person who may become a member';

create table password_wish (
  id bigint not null auto_increment comment 'id',
  address varchar(254) not null comment 'what was typed, lower case, whether or not anybody has it',
  asked_at datetime(3) not null comment 'when, UTC',
  primary key (id)
) comment 'Somebody has forgotten a password; looked at by a timer, so that the answer tells nothing';

create table password_reset (
  member_id bigint not null comment 'whose password',
  token_hash varchar(64) not null comment 'SHA-256 of the link''s token',
  created_at datetime(3) not null comment 'when the link was made, UTC',
  not_after datetime(3) not null comment 'from then on it does not work, UTC',
  primary key (member_id),
  unique key password_reset_token (token_hash),
  constraint password_reset_member foreign key (member_id) references member (id)
) comment 'The one link by which a member may set a new password';
