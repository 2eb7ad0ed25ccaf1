-- A lease whose end fails is tried again later and later, so that it keeps no other waiting.

alter table lease
  add expiry_failures int not null default 0
    comment 'how often the portal failed to end it after its period, one after the other',
  add expire_again_at datetime(3) comment 'it is not tried again before, UTC; null: no try has failed';
