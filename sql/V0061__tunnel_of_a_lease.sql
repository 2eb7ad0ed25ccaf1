-- How long a lease's server could not be reached: its tunnel was down while the tenant had it.

alter table lease
  add column tunnel_down_since datetime(3) comment 'since when its tunnel is down, UTC; null while it is up',
  add column tunnel_down_millis bigint not null default 0
    comment 'how long its tunnel was down before that, in milliseconds';
