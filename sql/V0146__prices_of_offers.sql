-- Every price that an offer has had: what was ordered keeps its own, in its lease.

create table offer_price (
  id bigint not null auto_increment comment 'id',
  offer_id bigint not null comment 'whose price',
  number int not null comment '1 for the first, then one more with each change',
  price_per_hour decimal(12,4) not null comment 'in the currency beside it, without tax',
  currency varchar(3) not null comment 'ISO 4217',
  since datetime(3) not null comment 'for orders from then on, UTC',
  set_by varchar(100) not null comment 'login of who set it; empty when that is not known',
  primary key (id),
  unique key offer_price_number (offer_id, number),
  constraint offer_price_of_offer foreign key (offer_id) references offer (id)
) comment 'A price that an offer has or had; written once';

insert into offer_price (offer_id, number, price_per_hour, currency, since, set_by)
  select id, 1, price_per_hour, currency, utc_timestamp(3), '' from offer;

delete from offer_tenant where tenant_id not in (select id from tenant);

alter table offer_tenant
  add constraint offer_tenant_tenant foreign key (tenant_id) references tenant (id);
