-- How much the server of a lease has sent to the outside and received from there, as the lender's
-- firewall has counted it: totals since the counting began, and what came since the last reading.

create table traffic_reading (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'whose lease it is',
  lease_id bigint not null comment 'whose server',
  generation bigint not null comment 'of the hold on the server that was counted; totals of another begin at nothing',
  read_at datetime(6) not null comment 'when the lender agent read it, by its clock, UTC; from the hand-over on',
  sent_bytes bigint not null comment 'total of IP packets to the outside, in bytes',
  sent_packets bigint not null comment 'total of them',
  received_bytes bigint not null comment 'total of IP packets from the outside, in bytes',
  received_packets bigint not null comment 'total of them',
  more_sent bigint not null comment 'bytes since the last reading before; of the first none',
  more_received bigint not null comment 'bytes since the last reading before; of the first none',
  received_at datetime(6) not null comment 'when the portal was told, UTC',
  primary key (id),
  unique key traffic_reading_once (lease_id, generation, read_at),
  key traffic_reading_time (lease_id, read_at),
  constraint traffic_reading_of_tenant foreign key (tenant_id) references tenant (id),
  constraint traffic_reading_of_lease foreign key (lease_id) references lease (id),
  constraint traffic_reading_possible check (
    sent_packets >= 0 and received_packets >= 0
    and more_sent between 0 and sent_bytes and more_received between 0 and received_bytes)
) comment 'What a lender agent has read of the traffic of a lease; written once';

delimiter //

create trigger traffic_reading_is_for_ever before update on traffic_reading for each row
  signal sqlstate '45000' set message_text = 'traffic_reading is written once' //

create trigger traffic_reading_is_not_deleted before delete on traffic_reading for each row
  signal sqlstate '45000' set message_text = 'traffic_reading is kept for ever' //

delimiter ;
