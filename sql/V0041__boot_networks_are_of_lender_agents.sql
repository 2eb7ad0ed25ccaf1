-- A boot network belongs to a lender agent; one that was saved for a tenant's gateway meant nothing.

delete from boot_network
  where agent_id in (select id from agent where kind <> 'LENDER_AGENT');

alter table agent
  add unique key agent_of_kind (id, kind);

alter table boot_network
  add column agent_kind varchar(20) not null default 'LENDER_AGENT' comment 'always LENDER_AGENT',
  add constraint boot_network_kind check (agent_kind = 'LENDER_AGENT'),
  add constraint boot_network_of_lender_agent foreign key (agent_id, agent_kind) references agent (id, kind);
