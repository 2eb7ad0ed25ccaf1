-- Tenants and their members. Tenant 1 is the lender itself.

create table tenant (
  id bigint not null auto_increment comment 'id; 1 is the lender',
  version bigint not null comment 'optimistic lock',
  name varchar(80) not null comment 'the company; unique',
  state varchar(10) not null comment 'OPEN, or CLOSED: nobody of it can log in',
  created_at datetime(3) not null comment 'when, UTC',
  primary key (id),
  unique key tenant_name (name),
  constraint tenant_state check (state in ('OPEN', 'CLOSED'))
) comment 'A company that leases servers; number 1 is the lender';

insert into tenant (id, version, name, state, created_at)
  values (1, 0, 'Lender', 'OPEN', utc_timestamp(3));

create table member (
  id bigint not null auto_increment comment 'id',
  version bigint not null comment 'optimistic lock',
  tenant_id bigint not null comment 'whose member; the lender''s are operators',
  login varchar(100) not null comment 'unique in the portal, lower case',
  display_name varchar(100) not null comment 'as pages show it',
  password_hash varchar(255) not null comment 'Argon2id in Shiro''s format',
  role varchar(20) not null comment 'VIEWER, ORDERER, TENANT_ADMIN or OPERATOR',
  state varchar(10) not null comment 'OPEN, or DISABLED by an administrator',
  failed_logins int not null comment 'wrong passwords in a row',
  locked_until datetime(3) comment 'no login before, UTC; null when not locked',
  last_login datetime(3) comment 'last success, UTC',
  created_at datetime(3) not null comment 'when, UTC',
  primary key (id),
  unique key member_login (login),
  key member_tenant (tenant_id, id),
  constraint member_of_tenant foreign key (tenant_id) references tenant (id),
  constraint member_role check (role in ('VIEWER', 'ORDERER', 'TENANT_ADMIN', 'OPERATOR')),
  constraint member_state check (state in ('OPEN', 'DISABLED')),
  constraint member_operator check ((tenant_id = 1) = (role = 'OPERATOR'))
) comment 'A person who may log in';
