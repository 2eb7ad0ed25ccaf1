-- Orders: what tenants asked for.

create table purchase_order (
  id bigint not null auto_increment comment 'id',
  version int not null comment 'optimistic lock',
  tenant_id bigint not null comment 'whose it is',
  offer_id bigint not null comment 'class of servers',
  image_id bigint not null comment 'the boot image',
  settings_version_id bigint not null comment 'version of the install settings',
  gateway_id bigint not null comment 'the tenant gateway',
  server_count int not null comment 'how many servers, all or none',
  state varchar(30) not null comment 'where it stands; OrderState',
  state_since datetime(3) not null comment 'since when, UTC',
  placed_at datetime(3) not null comment 'when it was placed, UTC',
  ends_at datetime(3) not null comment 'when the agreed period is over, UTC',
  placed_by varchar(100) not null comment 'login of who placed it',
  primary key (id),
  unique key purchase_order_tenant (tenant_id, id),
  constraint purchase_order_offer foreign key (offer_id) references offer (id),
  constraint purchase_order_count check (server_count between 1 and 100),
  constraint purchase_order_state check (state in ('FULFILLING', 'FULFILLED', 'PARTIAL', 'CANCELLING',
    'FAILED', 'CANCELLED', 'CLOSED'))
) comment 'What a tenant asked for';

alter table lease
  add constraint lease_of_order foreign key (tenant_id, order_id)
    references purchase_order (tenant_id, id);
