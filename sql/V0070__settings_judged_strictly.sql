-- A tenant may have a version of its settings judged strictly.
alter table settings_version
  add column strict boolean not null default false
    comment 'whether what the installer only warns about keeps it from being ordered'
    after release_name;
