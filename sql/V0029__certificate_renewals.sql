-- Daemons renew their certificates: when the one they show was issued, and the next one until it is
-- first shown.

alter table agent
  add column certificate_issued_at datetime(3) comment 'when that certificate was issued, UTC'
    after certificate_serial;

-- Every certificate before this migration was issued for 397 days.
update agent set certificate_issued_at = certificate_not_after - interval 397 day
  where certificate_not_after is not null;

create table agent_renewal (
  agent_id bigint not null comment 'the agent; it has at most one renewal under way',
  request_hash varchar(64) not null comment 'SHA-256 of the certificate requests that it answers',
  fingerprint varchar(64) not null comment 'SHA-256 of the new TLS client certificate',
  certificate_serial varchar(40) not null comment 'serial of that certificate, hexadecimal',
  certificate_issued_at datetime(3) not null comment 'when that certificate was issued, UTC',
  certificate_not_after datetime(3) not null comment 'end of that certificate, UTC',
  chain varchar(8192) not null comment 'that certificate and those above it, PEM',
  ipsec_serial varchar(40) comment 'a gateway''s: serial of its new tunnel certificate',
  ipsec_certificate varchar(4096) comment 'a gateway''s: its new tunnel certificate, PEM',
  primary key (agent_id),
  unique key agent_renewal_fingerprint (fingerprint),
  constraint agent_renewal_of_agent foreign key (agent_id) references agent (id),
  constraint agent_renewal_ipsec check ((ipsec_serial is null) = (ipsec_certificate is null))
) comment 'A certificate that an agent was given and has not shown yet';
