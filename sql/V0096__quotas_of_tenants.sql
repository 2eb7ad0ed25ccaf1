-- What a tenant may have at once of everything that it can make grow. An empty column is the
-- portal's default.

alter table tenant_limit
  add column image_gib int comment 'files of its boot images, GiB; null: the portal''s default',
  add column images int comment 'boot images; null: the portal''s default',
  add column settings int comment 'install settings; null: the portal''s default',
  add column settings_versions int comment 'versions of one of its settings; null: the portal''s default',
  add column gateways int comment 'gateways; null: the portal''s default',
  add column servers int comment 'leased servers; null: the portal''s default',
  add column open_orders int comment 'orders that are not over; null: the portal''s default',
  add constraint tenant_limit_not_negative check (image_gib >= 0 and images >= 0 and settings >= 0
    and settings_versions >= 0 and gateways >= 0 and servers >= 0 and open_orders >= 0);
