-- Who filters what a server sends. No check on the kinds: which there are is for the lender agent's
-- drivers to say.
alter table server
  add column port_kind varchar(20) not null default 'EXTERNAL'
    comment 'what the server is plugged into: LINUX_BRIDGE (the agent''s machine is the switch) or EXTERNAL; PortKind' after bmc_password,
  add column port_name varchar(60) not null default ''
    comment 'of a LINUX_BRIDGE port the interface on the agent''s machine, of another what people call it' after port_kind;
