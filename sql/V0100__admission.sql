-- A server is admitted by a run: its inspection, a probe of its port, its first erasure. Or by an operator's word,
-- which is kept for as long as it is in the pool.

alter table server
  add column waived_by varchar(100) comment 'login of the operator by whose word it is in the pool without a run; null otherwise',
  add column waived_at datetime(3) comment 'when, UTC',
  add column waiver_reason varchar(300) comment 'why, in the operator''s words',
  add constraint server_waiver check ((waived_by is null) = (waiver_reason is null)
    and (waived_by is null) = (waived_at is null));

alter table wipe
  drop constraint wipe_ending,
  add constraint wipe_ending check (ending in ('RELEASE', 'QUARANTINE', 'ERASE', 'ADMIT', 'ENROLL')),
  modify ending varchar(12) not null comment 'WipeEnding: what becomes of the server';

alter table wipe_record
  modify lease_id bigint not null comment 'the lease whose traces were erased; 0 when no lease had left any';

alter table inspection
  add column admits boolean not null default false comment 'whether it is the first part of an admission';

create table inspection_finding (
  inspection_id bigint not null comment 'the inspection',
  position int not null comment 'order in which the agent reported them, from 0',
  kind varchar(30) not null comment 'what was tried from the server''s port; ProbeKind',
  outcome varchar(20) not null comment 'what became of it; ProbeOutcome',
  target varchar(200) not null comment 'which address it was tried with or on; may be empty',
  seen varchar(200) not null comment 'what was seen, or why it was not tried',
  primary key (inspection_id, position),
  constraint inspection_finding_of_inspection foreign key (inspection_id) references inspection (id),
  constraint inspection_finding_outcome check (outcome in ('HELD', 'GOT_THROUGH', 'NOT_TRIED'))
) comment 'One thing that was tried from a server''s port, and what became of it';

delimiter //

create trigger server_enters_the_pool_by_an_erasure_or_a_word before update on server for each row
begin
  if new.state = 'AVAILABLE' and old.state in ('ENROLLED', 'INSPECTING', 'MAINTENANCE')
      and new.waiver_reason is null then
    signal sqlstate '45000'
      set message_text = 'server may not become AVAILABLE: neither erased nor admitted by a word';
  end if;
end //

delimiter ;
