-- Two sites may use the same private addresses: an address is one server's at its own site.

alter table server
  add unique key server_boot_address_at_site (agent_id, boot_address),
  drop key server_boot_address;
