-- Evidence of an erasure says how much of each disk was written and read back, and what was not erased and why;
-- a server's disks are held against it by their exact size, where an inspection has told it.

alter table wipe_record_disk
  add written_bytes bigint comment 'how much of it was overwritten; null in evidence from before it was counted',
  add read_back_bytes bigint comment 'how much of it was read back; null in evidence from before it was counted',
  modify sample_count bigint comment 'places that were read back, in evidence from before bytes were counted';

create table wipe_record_skipped (
  record_id bigint not null comment 'the evidence',
  position int not null comment 'order in which the eraser reported them, from 0',
  device varchar(200) not null comment 'what the eraser''s kernel called it',
  stable_id varchar(200) not null comment 'serial or other stable name, or how large it is; may be empty',
  reason varchar(20) not null comment 'why it was not erased; SkippedDevice.Reason',
  primary key (record_id, position),
  constraint wipe_record_skipped_of_record foreign key (record_id) references wipe_record (id)
) comment 'A device that an erasure saw and left out';

alter table server_disk
  add size_bytes bigint comment 'exact size as the last inspection found it; null before';
