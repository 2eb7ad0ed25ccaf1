-- Of the images that a tenant keeps, no two are of one name: a form that is sent twice makes one.

update boot_image i
  join boot_image older
    on older.tenant_id = i.tenant_id and older.name = i.name and older.id < i.id
    and older.state <> 'REMOVED'
  set i.name = concat(left(i.name, 50), ' (again, image ', i.id, ')')
  where i.state <> 'REMOVED';

alter table boot_image
  add column kept_name varchar(80)
    as (case when state = 'REMOVED' then null else name end) persistent
    comment 'its name while it is kept; null once it is removed' after name,
  add unique key boot_image_kept_name (tenant_id, kept_name);
