-- Runs that take a server back, their evidence, and the wall behind it.

create table wipe (
  id bigint not null auto_increment comment 'id',
  version int not null comment 'optimistic lock',
  server_id bigint not null comment 'the server',
  lease_id bigint not null comment 'the lease that held it last',
  generation bigint not null comment 'the hold that its commands carry',
  ending varchar(12) not null comment 'RELEASE, QUARANTINE or ERASE: what becomes of the server',
  state varchar(30) not null comment 'where it stands; WipeState',
  state_since datetime(3) not null comment 'since when, UTC',
  started_at datetime(3) not null comment 'when it began, UTC',
  ended_at datetime(3) comment 'when it ended, UTC',
  next_run_at datetime(3) comment 'when the engine looks again, UTC; null when it is over',
  last_beat_at datetime(3) comment 'last sign of life of the eraser, UTC',
  last_beat_sequence bigint not null comment 'number of the last beat; -1 before the first',
  phase varchar(20) comment 'what the eraser does',
  percent int comment 'of the phase, when known',
  message varchar(1000) comment 'the eraser''s words',
  erased_reported boolean not null comment 'whether the eraser reported every disk clean',
  problem_fault varchar(10) comment 'whose matter the failure is',
  problem_code varchar(60) comment 'stable code of the failure',
  problem_detail varchar(1000) comment 'what was found',
  primary key (id),
  key wipe_due (next_run_at),
  key wipe_lease (lease_id, id),
  key wipe_server (server_id, id),
  constraint wipe_of_server foreign key (server_id) references server (id),
  constraint wipe_of_lease foreign key (lease_id) references lease (id),
  constraint wipe_ending check (ending in ('RELEASE', 'QUARANTINE', 'ERASE')),
  constraint wipe_state check (state in ('CUTTING_OFF', 'STAGING', 'ERASING', 'WITHDRAWING',
    'VERIFIED', 'RELEASED', 'QUARANTINED', 'FAILED'))
) comment 'One run that takes a server back';

create table wipe_record (
  id bigint not null auto_increment comment 'id',
  wipe_id bigint not null comment 'the run that proved it',
  server_id bigint not null comment 'the server',
  lease_id bigint not null comment 'the lease whose traces were erased',
  written_at datetime(3) not null comment 'when, UTC',
  primary key (id),
  unique key wipe_record_wipe (wipe_id),
  key wipe_record_server (server_id, written_at),
  constraint wipe_record_of_wipe foreign key (wipe_id) references wipe (id)
) comment 'Evidence that every disk of a server was erased and read back';

create table wipe_record_disk (
  record_id bigint not null comment 'the evidence',
  position int not null comment 'order in which the eraser reported them, from 0',
  stable_id varchar(200) not null comment 'serial or other stable name, as found',
  device varchar(200) not null comment 'what the eraser''s kernel called it',
  size_bytes bigint not null comment 'size in bytes',
  method varchar(100) not null comment 'how it was erased',
  sample_count bigint not null comment 'places that were read back',
  primary key (record_id, position),
  constraint wipe_record_disk_of_record foreign key (record_id) references wipe_record (id)
) comment 'One disk of a piece of evidence';

delimiter //

create trigger server_available_only_when_wiped before update on server for each row
begin
  if new.state = 'AVAILABLE' and old.state <> 'AVAILABLE' and exists (
      select 1 from lease l
      where l.server_id = new.id and l.touched_at is not null
        and not exists (
          select 1 from wipe_record w
          where w.server_id = new.id and l.cut_off_at is not null
            and w.written_at >= l.cut_off_at)) then
    signal sqlstate '45000'
      set message_text = 'server may not become AVAILABLE: no wipe record newer than its last lease';
  end if;
end //

create trigger wipe_record_is_for_ever before update on wipe_record for each row
  signal sqlstate '45000' set message_text = 'wipe_record is written once' //

create trigger state_event_is_for_ever before update on state_event for each row
  signal sqlstate '45000' set message_text = 'state_event is written once' //

delimiter ;
