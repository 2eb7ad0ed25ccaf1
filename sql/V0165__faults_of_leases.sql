-- When a matter of the datacenter's kept a tenant from its server: each beginning and each end is
-- an event of its own, and only added to. Storage is measured once a day.

create table lease_fault (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'who has the lease',
  lease_id bigint not null comment 'whose server could not be reached',
  cause varchar(60) not null comment 'name of the fault; of no other fault of the lease',
  began boolean not null comment 'whether it began or ended then',
  at datetime(6) not null comment 'when, UTC',
  noted_at datetime(6) not null comment 'when that became known, UTC',
  noted_by varchar(100) not null comment 'login or job',
  detail varchar(300) not null comment 'what it was',
  primary key (id),
  key lease_fault_lease (lease_id, id),
  constraint lease_fault_of_tenant foreign key (tenant_id) references tenant (id),
  constraint lease_fault_of_lease foreign key (lease_id) references lease (id)
) comment 'A fault of the datacenter began or ended; written once';

create table storage_day (
  day bigint not null comment 'days since 1970-01-01, in the contract''s zone',
  measured_at datetime(6) not null comment 'when images were measured for it, UTC',
  primary key (day)
) comment 'A day for which every tenant''s images were measured';

insert into storage_day (day, measured_at)
  select to_days(utc_date()) - to_days('1970-01-01') - 1, utc_timestamp(6);

delimiter //

create trigger lease_fault_is_for_ever before update on lease_fault for each row
  signal sqlstate '45000' set message_text = 'lease_fault is written once' //

create trigger lease_fault_is_not_deleted before delete on lease_fault for each row
  signal sqlstate '45000' set message_text = 'lease_fault is kept for ever' //

delimiter ;
