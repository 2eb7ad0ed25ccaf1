-- Offers, and the physical servers that belong to them.

create table offer (
  id bigint not null auto_increment comment 'id',
  version int not null comment 'optimistic lock',
  name varchar(60) not null comment 'what tenants see; unique',
  description varchar(1000) not null comment 'for people; may be empty',
  cpu_count int not null comment 'processor threads of each server',
  memory_mib int not null comment 'memory of each server in MiB',
  disk_gib int not null comment 'size of the largest disk of each server in GiB',
  price_per_hour decimal(12,4) not null comment 'in the currency beside it, without tax',
  currency varchar(3) not null comment 'ISO 4217',
  visible boolean not null comment 'false when withdrawn: nobody can order it any more',
  primary key (id),
  unique key offer_name (name)
) comment 'A class of servers with a price';

create table offer_tenant (
  offer_id bigint not null comment 'offer',
  tenant_id bigint not null comment 'a tenant that sees it',
  primary key (offer_id, tenant_id),
  constraint offer_tenant_offer foreign key (offer_id) references offer (id)
) comment 'Tenants that see an offer; an offer without rows is seen by all';

create table server (
  id bigint not null auto_increment comment 'id',
  version int not null comment 'optimistic lock',
  offer_id bigint not null comment 'the class it belongs to',
  agent_id bigint not null comment 'the lender agent at its site',
  name varchar(63) not null comment 'host name; unique',
  state varchar(30) not null comment 'where it stands; ServerState',
  state_since datetime(3) not null comment 'since when, UTC',
  generation bigint not null comment 'rises with every hold; fences commands',
  last_lease_id bigint not null comment 'the lease that holds or held it; 0 when none did',
  mac varchar(17) not null comment 'of the network card it boots from, lower case',
  boot_address varchar(18) not null comment 'its address in the boot network, ADDRESS/LENGTH',
  boot_mode varchar(10) not null comment 'BIOS or UEFI',
  console varchar(20) not null comment 'serial console as kernels name it',
  cpu_count int not null comment 'processor threads',
  memory_mib int not null comment 'memory in MiB',
  bmc_address varchar(260) not null comment 'HOST:PORT of its BMC',
  bmc_user varchar(32) not null comment 'login at the BMC',
  bmc_password varbinary(1024) not null comment 'encrypted by the portal',
  problem_fault varchar(10) comment 'whose matter its last problem is',
  problem_code varchar(60) comment 'stable code of its last problem',
  problem_detail varchar(1000) comment 'what was found',
  primary key (id),
  unique key server_name (name),
  unique key server_mac (mac),
  unique key server_boot_address (boot_address),
  key server_offer_state (offer_id, state, id),
  constraint server_offer foreign key (offer_id) references offer (id),
  constraint server_state check (state in ('ENROLLED', 'AVAILABLE', 'RESERVED', 'PROVISIONING',
    'LEASED', 'ISOLATING', 'ISOLATED', 'WIPING', 'WIPE_FAILED', 'QUARANTINED', 'MAINTENANCE',
    'RETIRED')),
  constraint server_boot_mode check (boot_mode in ('BIOS', 'UEFI'))
) comment 'A physical machine of the pool';

create table server_disk (
  server_id bigint not null comment 'the server it is in',
  position int not null comment 'order in which disks were typed in, from 0',
  stable_id varchar(200) not null comment 'name below /dev/disk/by-id',
  device varchar(70) not null comment 'what the kernel calls it first',
  size_gib int not null comment 'size in GiB',
  primary key (server_id, position),
  constraint server_disk_server foreign key (server_id) references server (id)
) comment 'A disk of a server, as an operator describes it';
