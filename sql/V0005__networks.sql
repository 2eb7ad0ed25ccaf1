-- Where the parties are: gateways, boot networks, held addresses and grants.

create table gateway (
  id bigint not null auto_increment comment 'id',
  version bigint not null comment 'optimistic lock',
  tenant_id bigint not null comment 'whose',
  agent_id bigint not null comment 'its daemon',
  name varchar(63) not null comment 'unique within the tenant',
  outside_address varchar(15) not null comment 'IPv4 where servers reach it',
  tenant_range varchar(18) not null comment 'the tenant''s network behind it, CIDR',
  virtual_pool varchar(18) not null comment 'addresses for leased servers, CIDR within the range',
  management_port int not null comment 'TCP port of a leased server that must answer at hand-over',
  ike_proposals varchar(255) not null comment 'strongSwan''s notation',
  esp_proposals varchar(255) not null comment 'strongSwan''s notation',
  primary key (id),
  unique key gateway_tenant (tenant_id, id),
  unique key gateway_name (tenant_id, name),
  unique key gateway_agent (agent_id),
  constraint gateway_of_agent foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  constraint gateway_port check (management_port between 1 and 65535)
) comment 'A tenant''s end of the tunnels';

create table boot_network (
  id bigint not null auto_increment comment 'id',
  version bigint not null comment 'optimistic lock',
  agent_id bigint not null comment 'the lender agent that works in it',
  prefix varchar(18) not null comment 'CIDR',
  router varchar(15) not null comment 'IPv4',
  first_address varchar(15) not null comment 'first for leased servers, IPv4',
  last_address varchar(15) not null comment 'last for leased servers, IPv4',
  name_servers varchar(200) not null comment 'IPv4, separated by commas; may be empty',
  primary key (id),
  unique key boot_network_agent (agent_id),
  constraint boot_network_of_agent foreign key (agent_id) references agent (id)
) comment 'The network in which an agent''s servers boot';

create table held_address (
  id bigint not null auto_increment comment 'id',
  kind varchar(10) not null comment 'BOOT or VIRTUAL',
  network_id bigint not null comment 'boot network, or gateway for virtual addresses',
  address bigint not null comment 'IPv4 as a number',
  lease_id bigint not null comment 'who holds it',
  primary key (id),
  unique key held_address_once (kind, network_id, address),
  unique key held_address_lease (kind, lease_id),
  constraint held_address_kind check (kind in ('BOOT', 'VIRTUAL'))
) comment 'An address held by a lease; removed when it is given back';

create table firewall_grant (
  id bigint not null auto_increment comment 'id',
  lease_id bigint not null comment 'the lease it is tied to',
  server_id bigint not null comment 'the lease''s server',
  side varchar(10) not null comment 'LENDER or TENANT: whose firewall',
  agent_id bigint not null comment 'the daemon that sets it',
  purpose varchar(10) not null comment 'INSTALL or PRODUCTION',
  protocol varchar(4) not null comment 'UDP, TCP, ICMP or ANY',
  source varchar(18) not null comment 'CIDR',
  destination varchar(18) not null comment 'CIDR',
  ports varchar(255) not null comment 'separated by commas, ranges as 80-90; empty for all',
  opened_at datetime(3) not null comment 'when it was wished, UTC',
  closes_at datetime(3) not null comment 'its end, UTC',
  closed_at datetime(3) comment 'when it was closed before its end, UTC',
  primary key (id),
  key firewall_grant_lease (lease_id, id),
  key firewall_grant_wished (agent_id, server_id, closed_at),
  constraint firewall_grant_of_agent foreign key (agent_id) references agent (id),
  constraint firewall_grant_side check (side in ('LENDER', 'TENANT')),
  constraint firewall_grant_purpose check (purpose in ('INSTALL', 'PRODUCTION')),
  constraint firewall_grant_protocol check (protocol in ('UDP', 'TCP', 'ICMP', 'ANY')),
  constraint firewall_grant_ends check (closes_at > opened_at)
) comment 'A wished firewall opening; the daemons make the firewalls agree';
