-- Each tenant's CA for tunnels, and what it issued.

create table transfer_authority (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'whose tunnels',
  certificate varchar(8192) not null comment 'self-signed, PEM',
  private_key blob not null comment 'PKCS#8, encrypted by the portal',
  crl_number bigint not null comment 'number of the last revocation list',
  not_after datetime(3) not null comment 'end of the certificate, UTC',
  primary key (id),
  unique key transfer_authority_tenant (tenant_id),
  constraint transfer_authority_of_tenant foreign key (tenant_id) references tenant (id)
) comment 'A tenant''s CA for tunnels';

create table transfer_certificate (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'whose CA issued it',
  serial varchar(40) not null comment 'hexadecimal, lower case',
  common_name varchar(64) not null comment 'CN of the subject, such as lease-7-transfer-12',
  key_hash varchar(64) not null comment 'SHA-256 of the certified public key',
  certificate varchar(8192) not null comment 'PEM',
  fingerprint varchar(64) not null comment 'SHA-256 of the DER form',
  not_after datetime(3) not null comment 'end of the certificate, UTC',
  revoked_at datetime(3) comment 'when it was revoked, UTC',
  revocation_reason varchar(20) comment 'KEY_COMPROMISE, SUPERSEDED or CESSATION',
  primary key (id),
  unique key transfer_certificate_serial (tenant_id, serial),
  key transfer_certificate_name (tenant_id, common_name, id),
  constraint transfer_certificate_of_tenant foreign key (tenant_id) references tenant (id),
  constraint transfer_certificate_reason
    check (revocation_reason in ('KEY_COMPROMISE', 'SUPERSEDED', 'CESSATION')),
  constraint transfer_certificate_revoked
    check ((revoked_at is null) = (revocation_reason is null))
) comment 'A certificate for one end of a tunnel';
