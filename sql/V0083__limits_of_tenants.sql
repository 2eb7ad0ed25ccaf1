-- How much a tenant may have in preparation at once. Its row is also what orders of one tenant wait
-- for, so that two at a time cannot pass the limit together.

create table tenant_limit (
  tenant_id bigint not null comment 'whose limit',
  servers_in_preparation int comment 'servers that are not handed over yet; null: the portal''s default',
  primary key (tenant_id),
  constraint tenant_limit_of_tenant foreign key (tenant_id) references tenant (id),
  constraint tenant_limit_servers check (servers_in_preparation >= 0)
) comment 'What one tenant may have at once';

insert into tenant_limit (tenant_id) select id from tenant;
