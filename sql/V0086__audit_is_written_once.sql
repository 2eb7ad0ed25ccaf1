-- The audit trail is marked and sealed with keys that are not in the database, and written once.
-- The seals of before had no key and prove nothing: their entries are sealed anew, first of all.

update audit_entry set seal_number = null, seal = null;

alter table audit_entry
  add column source varchar(64) not null default '' comment 'address that the request came from; empty when there was none' after actor_name,
  add column mark varchar(120) comment 'NONCE:KEY:HMAC over the row as it was written; null before there were marks' after detail,
  modify column seal varchar(90) comment 'KEY:HMAC over the seal before and this row; null until it is sealed',
  add unique key audit_entry_mark (mark);

alter table audit_seal
  modify column last_seal varchar(90) not null comment 'its seal; empty before the first';

update audit_seal set last_number = 0, last_seal = '';

create table audit_checkpoint (
  node varchar(255) not null comment 'host and path of the checkpoint file',
  line bigint not null comment 'its last line that the database knows of',
  mac varchar(90) not null comment 'that line''s KEY:HMAC',
  primary key (node)
) comment 'How long the checkpoint file of each node is, at least';

create table audit_check (
  id bigint not null auto_increment comment 'id',
  node varchar(255) not null comment 'who checked: host and path of its checkpoint file',
  at datetime(3) not null comment 'when, UTC',
  last_number bigint not null comment 'number of the last sealed entry then',
  finding varchar(1000) not null comment 'what is wrong first; empty when nothing is',
  primary key (id),
  key audit_check_node (node, id)
) comment 'One check of the whole trail';

delimiter //

create trigger audit_entry_comes_unsealed before insert on audit_entry for each row
  if new.seal is not null or new.seal_number is not null then
    signal sqlstate '45000' set message_text = 'audit_entry is sealed after it is written';
  end if //

create trigger audit_entry_is_for_ever before update on audit_entry for each row
  if not (old.seal is null and new.seal is not null and old.seal_number is null
      and old.id <=> new.id and old.tenant_id <=> new.tenant_id and old.at <=> new.at
      and old.actor_kind <=> new.actor_kind and old.actor_id <=> new.actor_id
      and old.actor_name <=> new.actor_name and old.source <=> new.source
      and old.action <=> new.action and old.subject <=> new.subject
      and old.detail <=> new.detail and old.mark <=> new.mark) then
    signal sqlstate '45000' set message_text = 'audit_entry is written once, and sealed once';
  end if //

create trigger audit_entry_is_not_deleted before delete on audit_entry for each row
  signal sqlstate '45000' set message_text = 'audit_entry is kept for ever' //

create trigger audit_seal_only_grows before update on audit_seal for each row
  if new.id <> old.id or new.last_number < old.last_number then
    signal sqlstate '45000' set message_text = 'audit_seal only grows';
  end if //

create trigger audit_seal_is_not_deleted before delete on audit_seal for each row
  signal sqlstate '45000' set message_text = 'audit_seal is kept for ever' //

create trigger audit_checkpoint_only_grows before update on audit_checkpoint for each row
  if new.node <> old.node or new.line <= old.line then
    signal sqlstate '45000' set message_text = 'audit_checkpoint only grows';
  end if //

create trigger audit_checkpoint_is_not_deleted before delete on audit_checkpoint for each row
  signal sqlstate '45000' set message_text = 'audit_checkpoint is kept for ever' //

create trigger audit_check_is_for_ever before update on audit_check for each row
  signal sqlstate '45000' set message_text = 'audit_check is written once' //

create trigger audit_check_is_not_deleted before delete on audit_check for each row
  signal sqlstate '45000' set message_text = 'audit_check is kept for ever' //

delimiter ;
