-- As for servers: not the row's own version, which rises with every file.

alter table boot_image
  add column described int not null default 0
    comment 'how often its name and arguments were set';
