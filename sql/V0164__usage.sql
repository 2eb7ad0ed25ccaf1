-- What leases used, by the hour: only ever added to. The sum of an hour's records is its use.

create table usage_record (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'who used it',
  lease_id bigint comment 'of which lease; null for what the tenant has without one',
  kind varchar(20) not null comment 'what; UsageKind',
  hour datetime(6) not null comment 'when the hour began in the contract''s zone, UTC',
  number int not null comment '0 for the hour''s first record of the kind, then one more for each that corrects',
  pieces bigint not null comment 'how many more, of the kind''s unit; fewer when negative',
  recorded_at datetime(6) not null comment 'when it became known, UTC',
  subject_key varchar(40) as (concat_ws('/', coalesce(concat('l', lease_id), concat('t', tenant_id)), kind)) persistent
    comment 'lease or tenant, and kind',
  primary key (id),
  unique key usage_record_once (subject_key, hour, number),
  key usage_record_lease (lease_id, kind, hour),
  key usage_record_hour (hour, tenant_id),
  constraint usage_record_of_tenant foreign key (tenant_id) references tenant (id),
  constraint usage_record_of_lease foreign key (lease_id) references lease (id),
  constraint usage_record_something check (pieces <> 0)
) comment 'What was used in an hour; written once';

create table usage_meter (
  lease_id bigint not null comment 'whose',
  metered_until datetime(6) not null comment 'hours before this one are written down, UTC',
  primary key (lease_id),
  key usage_meter_until (metered_until),
  constraint usage_meter_of_lease foreign key (lease_id) references lease (id)
) comment 'How far the use of a lease is written down; locked by who writes it';

delimiter //

create trigger usage_record_is_for_ever before update on usage_record for each row
  signal sqlstate '45000' set message_text = 'usage_record is written once' //

create trigger usage_record_is_not_deleted before delete on usage_record for each row
  signal sqlstate '45000' set message_text = 'usage_record is kept for ever' //

delimiter ;
