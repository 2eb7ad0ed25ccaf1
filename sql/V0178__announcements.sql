-- What the datacenter tells its tenants on top of their pages.

create table announcement (
  id bigint not null auto_increment comment 'id',
  version int not null comment 'optimistic lock',
  severity varchar(16) not null comment 'AnnouncementSeverity',
  text_en varchar(2000) not null comment 'plain text in English',
  text_ja varchar(2000) not null comment 'plain text in Japanese',
  shown_from datetime(3) not null comment 'from when it is shown, UTC',
  shown_until datetime(3) not null comment 'until when it is shown, UTC',
  for_all bit not null comment 'whether every tenant sees it; the datacenter''s people always do',
  written_by varchar(100) not null comment 'login of who wrote it first',
  written_at datetime(3) not null comment 'UTC',
  withdrawn bit not null comment 'whether it was taken back',
  primary key (id),
  key announcement_shown (shown_until),
  constraint announcement_severity check (severity in ('NOTICE', 'WARNING', 'ERROR')),
  constraint announcement_period check (shown_until > shown_from)
) comment 'What the datacenter tells its tenants';

create table announcement_tenant (
  announcement_id bigint not null comment 'what is told',
  tenant_id bigint not null comment 'to whom; only of one that is not for all',
  primary key (announcement_id, tenant_id),
  constraint announcement_tenant_of foreign key (announcement_id) references announcement (id),
  constraint announcement_tenant_to foreign key (tenant_id) references tenant (id)
) comment 'Which tenants see an announcement';

create table announcement_dismissal (
  announcement_id bigint not null comment 'what is not shown any more',
  member_id bigint not null comment 'to whom',
  dismissed_at datetime(3) not null comment 'UTC',
  primary key (announcement_id, member_id),
  constraint announcement_dismissal_of foreign key (announcement_id) references announcement (id)
) comment 'Who has put an announcement away';
