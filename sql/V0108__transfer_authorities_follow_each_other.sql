-- A tenant gets its next CA for tunnels long before the last one ends; for a time it has both.

alter table transfer_authority
  add column number int not null default 1 comment 'counts the tenant''s CAs from 1' after tenant_id,
  add column made_at datetime(3) comment 'when it was made, UTC' after crl_number;

update transfer_authority set made_at = not_after - interval 1825 day;

alter table transfer_authority
  alter column number drop default,
  modify column made_at datetime(3) not null comment 'when it was made, UTC',
  add unique key transfer_authority_number (tenant_id, number),
  drop key transfer_authority_tenant;

alter table transfer_certificate
  add column authority_id bigint comment 'which CA signed it' after tenant_id;

update transfer_certificate c join transfer_authority a on a.tenant_id = c.tenant_id set c.authority_id = a.id;

alter table transfer_certificate
  modify column authority_id bigint not null comment 'which CA signed it',
  add key transfer_certificate_authority (authority_id, id),
  add constraint transfer_certificate_of_authority foreign key (authority_id) references transfer_authority (id);
