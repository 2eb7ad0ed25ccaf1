-- What nothing used: stored grants (a server's grants are computed whole from its lease, and end by
-- the kernel's clock) and boot addresses held by leases (a server keeps its own boot address).

drop table firewall_grant;

delete from held_address where kind = 'BOOT';

alter table held_address
  drop constraint held_address_kind,
  drop key held_address_once,
  drop key held_address_lease,
  drop column kind,
  change column network_id gateway_id bigint not null comment 'the gateway whose pool it is of',
  add unique key held_address_once (gateway_id, address),
  add unique key held_address_lease (lease_id),
  comment 'A virtual address held by a lease; removed when it is given back';
