-- Tenants' kickstart and preseed texts, every version of them.

create table install_settings (
  id bigint not null auto_increment comment 'id',
  version bigint not null comment 'optimistic lock',
  tenant_id bigint not null comment 'whose',
  name varchar(80) not null comment 'unique within the tenant',
  release_name varchar(40) not null comment 'installer it is for: F40, RHEL9, KICKSEED, PRESEED, ...',
  state varchar(10) not null comment 'OPEN, or REMOVED: no longer offered for orders',
  newest_number int not null comment 'number of the newest version',
  created_at datetime(3) not null comment 'when, UTC',
  primary key (id),
  unique key install_settings_tenant (tenant_id, id),
  unique key install_settings_name (tenant_id, name),
  constraint install_settings_of_tenant foreign key (tenant_id) references tenant (id),
  constraint install_settings_state check (state in ('OPEN', 'REMOVED'))
) comment 'Install settings: a name for a row of versions';

create table settings_version (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'whose',
  settings_id bigint not null comment 'the settings it is a version of',
  number int not null comment 'from 1',
  text mediumblob not null comment 'the tenant''s text, encrypted by the portal: it may hold secrets',
  sha256 varchar(64) not null comment 'of the text in UTF-8',
  release_name varchar(40) not null comment 'installer it was written for',
  author varchar(100) not null comment 'login of who saved it',
  saved_at datetime(3) not null comment 'when, UTC',
  primary key (id),
  unique key settings_version_number (settings_id, number),
  unique key settings_version_tenant (tenant_id, id),
  constraint settings_version_of_settings
    foreign key (tenant_id, settings_id) references install_settings (tenant_id, id)
) comment 'One saved version; never changed';
