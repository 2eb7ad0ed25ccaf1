-- A run remembers the key that its server showed on its own serial console. Without one the portal
-- certifies nothing and believes no result of that server.

alter table run
  add shown_key varchar(64) comment 'SHA-256 of the public key (SubjectPublicKeyInfo) that the server showed on its console',
  add key_shown_at datetime(3) comment 'when the portal heard of it, UTC',
  add key_trusted_at datetime(3) comment 'when something was certified or believed because of it, UTC; no other key takes its place from then on',
  add constraint run_shown_key check ((shown_key is null) = (key_shown_at is null)
    and (key_trusted_at is null or shown_key is not null));
