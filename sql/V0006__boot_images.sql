-- What tenants upload to boot an installer. The lender's own images are there for all tenants.

create table boot_image (
  id bigint not null auto_increment comment 'id',
  version bigint not null comment 'optimistic lock',
  tenant_id bigint not null comment 'whose; the lender''s are ready-made for all',
  name varchar(80) not null comment 'as pages show it',
  kernel_arguments varchar(1000) not null comment 'the tenant''s, separated by single spaces',
  state varchar(12) not null comment 'INCOMPLETE, READY, REFUSED or REMOVED',
  kernel_version varchar(64) comment 'as uname -r prints it, read from the kernel',
  created_at datetime(3) not null comment 'when, UTC',
  inspected_at datetime(3) comment 'when its files were last looked into, UTC',
  primary key (id),
  unique key boot_image_tenant (tenant_id, id),
  constraint boot_image_of_tenant foreign key (tenant_id) references tenant (id),
  constraint boot_image_state check (state in ('INCOMPLETE', 'READY', 'REFUSED', 'REMOVED'))
) comment 'A boot image: kernel, initrds and modules';

create table boot_image_file (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'whose',
  image_id bigint not null comment 'the image it is part of',
  role varchar(16) not null comment 'KERNEL, INITRD, MODULES or MODULES_INITRD',
  position int not null comment 'order among the files of its role, from 0',
  file_name varchar(200) not null comment 'as uploaded; only shown',
  sha256 varchar(64) not null comment 'of the content, its name in the store',
  size_bytes bigint not null comment 'of the content',
  uploaded_at datetime(3) not null comment 'when, UTC',
  primary key (id),
  unique key boot_image_file_place (image_id, role, position),
  key boot_image_file_content (sha256),
  constraint boot_image_file_of_image
    foreign key (tenant_id, image_id) references boot_image (tenant_id, id),
  constraint boot_image_file_role check (role in ('KERNEL', 'INITRD', 'MODULES', 'MODULES_INITRD')),
  constraint boot_image_file_size check (size_bytes > 0)
) comment 'A file of a boot image; MODULES_INITRD is made by the portal';

create table boot_image_finding (
  id bigint not null auto_increment comment 'id',
  tenant_id bigint not null comment 'whose',
  image_id bigint not null comment 'the image',
  position int not null comment 'order, from 0',
  code varchar(10) not null comment 'stable code, such as BI101',
  arguments varchar(2000) not null comment 'of the code''s sentence, separated by newlines',
  primary key (id),
  unique key boot_image_finding_place (image_id, position),
  constraint boot_image_finding_of_image
    foreign key (tenant_id, image_id) references boot_image (tenant_id, id)
) comment 'What was found when an image was looked into';
