-- What kept a tenant from its server has a kind, which says whether its time is charged. Faults that
-- the portal noted by itself are those of a site, and of what somebody noted nothing more is known than
-- its words. Whoever does not name a kind, such as a node of the version before, means the same. An
-- invoice's line of time names what of it was not charged.

drop trigger lease_fault_is_for_ever;

alter table lease_fault
  add column kind varchar(12) not null default 'OTHER'
    comment 'FaultKind: whether its time is charged' after cause;

update lease_fault set kind = 'SITE' where cause like 'SITE-%';

alter table lease_fault
  add constraint lease_fault_kind check
    (kind in ('SITE', 'NETWORK', 'POWER', 'HARDWARE', 'MAINTENANCE', 'PORTAL', 'OTHER'));

alter table invoice_line
  add column fault_seconds bigint not null default 0
    comment 'seconds that were not charged in its month for faults of the datacenter',
  add column fault_kinds varchar(100) not null default ''
    comment 'each FaultKind of them, separated by commas';

delimiter //

create trigger lease_fault_is_for_ever before update on lease_fault for each row
  signal sqlstate '45000' set message_text = 'lease_fault is written once' //

delimiter ;
