-- A report that the portal fails to handle is tried three times, and then set aside. Codes of failures
-- are as long as on the wire.

alter table agent_report
  add column failed_tries int not null default 0
    comment 'how often the portal failed to handle it'
    after received_at,
  modify disposition varchar(10) not null
    comment 'HANDLED; LATE or REFUSED when it changed nothing; TRIED while the daemon is to repeat it, FAILED after the last try',
  drop constraint agent_report_disposition,
  add constraint agent_report_disposition
    check (disposition in ('HANDLED', 'LATE', 'REFUSED', 'TRIED', 'FAILED'));

alter table state_event
  modify reason_code varchar(64) not null comment 'stable code; key of the text shown';
alter table server
  modify problem_code varchar(64) comment 'stable code of its last problem';
alter table lease
  modify problem_code varchar(64) comment 'stable code of its last problem';
alter table run
  modify problem_code varchar(64) comment 'stable code of the failure';
