-- People are invited by mail, belong to a tenant or to the datacenter, and have one of more roles.

alter table member
  add email varchar(254) null comment 'where mail to the person goes, lower case; unique in the portal; null: none is known',
  add language varchar(5) null comment 'of mail to the person: en or ja; null: not chosen',
  add zone varchar(64) null comment 'time zone of the person (IANA); null: not chosen',
  modify login varchar(254) not null comment 'unique in the portal, lower case; the mail address of who was invited',
  modify role varchar(20) not null comment 'of a tenant: TENANT_ADMIN, ORDERER, VIEWER, TENANT_BILLING; of the lender: LENDER_ADMIN, OPERATOR, LENDER_BILLING, AUDITOR',
  modify state varchar(10) not null comment 'OPEN; DISABLED by an administrator; REMOVED: the person is gone, the row stays for what names it',
  drop constraint member_role,
  drop constraint member_state,
  drop constraint member_operator,
  add unique key member_email (email);

-- Who was an operator looked after people and tenants, too.
update member set role = 'LENDER_ADMIN' where role = 'OPERATOR';

alter table member
  add constraint member_role check (role in
    ('TENANT_ADMIN', 'ORDERER', 'VIEWER', 'TENANT_BILLING', 'LENDER_ADMIN', 'OPERATOR', 'LENDER_BILLING', 'AUDITOR')),
  add constraint member_state check (state in ('OPEN', 'DISABLED', 'REMOVED')),
  add constraint member_of_lender check
    ((tenant_id = 1) = (role in ('LENDER_ADMIN', 'OPERATOR', 'LENDER_BILLING', 'AUDITOR'))),
  add constraint member_email_lower check (email = lower(email)),
  add constraint member_language check (language in ('en', 'ja'));
