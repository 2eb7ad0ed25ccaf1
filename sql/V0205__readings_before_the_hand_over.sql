-- Counting begins at the last reading before the hand-over, so those are kept, too.

alter table traffic_reading
  modify column read_at datetime(6) not null comment 'when the lender agent read it, by its clock, UTC',
  modify column more_sent bigint not null comment 'bytes since the last reading before; none before the hand-over, nor of the first',
  modify column more_received bigint not null comment 'bytes since the last reading before; none before the hand-over, nor of the first';
