-- Who finds no free server of an offer is told when the next one is expected back.

alter table server
  add column back_at datetime(3)
    comment 'when the lease that a tenant has of it ends, UTC; null when none has an end';

update server s join lease l on l.active_server_id = s.id
  set s.back_at = l.ends_at
  where l.state = 'ACTIVE';
