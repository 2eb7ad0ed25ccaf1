-- A finding says in which of an image's files it was found.
alter table boot_image_finding
  add column file_name varchar(255) not null default ''
    comment 'the file that it was found in; empty when it is about several' after code;
