-- The portal numbers the pieces of an installer's log as they come; what the sender claims as a
-- number serves only to tell repetitions.

delete l from transfer_log l
  join transfer_log earlier
    on earlier.transfer_id = l.transfer_id and earlier.sequence = l.sequence and earlier.id < l.id;
alter table transfer_log
  modify sequence bigint not null comment 'the sender''s number of the piece; tells repetitions, not order',
  drop key transfer_log_piece,
  add unique key transfer_log_piece (transfer_id, sequence),
  add key transfer_log_order (transfer_id, id);
