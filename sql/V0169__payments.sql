-- What came in for invoices: each payment is written once, and corrected by another one.

create table payment (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'as its invoice''s',
  invoice_id bigint not null comment 'what it is for',
  reference varchar(64) not null comment 'the bank''s number of the payment: it is booked once',
  received_on date not null comment 'when it came in, as the bank says',
  amount decimal(19,6) not null comment 'in the invoice''s currency; negative when it was paid back',
  note varchar(200) not null comment 'from whoever entered it; may be empty',
  entered_at datetime(6) not null comment 'UTC',
  entered_by varchar(100) not null comment 'login',
  primary key (id),
  unique key payment_reference (reference),
  key payment_invoice (invoice_id, received_on),
  constraint payment_of foreign key (invoice_id) references invoice (id),
  constraint payment_is_some check (amount <> 0)
) comment 'Money that came in or was paid back; written once';

delimiter //

create trigger payment_is_for_ever before update on payment for each row
  signal sqlstate '45000' set message_text = 'payment is written once: enter what was paid back' //

create trigger payment_is_not_deleted before delete on payment for each row
  signal sqlstate '45000' set message_text = 'payment is kept for ever' //

delimiter ;
