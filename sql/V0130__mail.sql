-- What the portal tells people by mail: an outbox, written in the transaction of what is told, and sent
-- after it.

create table mail (
  id bigint not null auto_increment comment 'id; rises with each mail',
  mail_key varchar(190) not null comment 'what it is about: the same is told once',
  kind varchar(40) not null comment 'MailKind',
  state varchar(16) not null comment 'MailState',
  member_id bigint comment 'the member it is for; without a foreign key: it is what was sent then; null: nobody who is one yet',
  address varchar(254) not null comment 'where it goes',
  name varchar(100) not null comment 'the receiver''s name; may be empty',
  language varchar(5) not null comment 'en or ja',
  zone varchar(64) not null comment 'IANA name of the time zone that its times are in',
  subject varchar(300) not null comment 'in that language; holds no secret',
  letter_values varbinary(16384) comment 'JSON of what its text is filled with, encrypted by the portal: it may hold one-time links; null once it was sent with a secret',
  message_id varchar(36) not null comment 'UUID, first part of its Message-ID: the same however often it is sent',
  created_at datetime(3) not null comment 'UTC',
  give_up_at datetime(3) not null comment 'from then on it is not tried any more, UTC',
  next_try_at datetime(3) not null comment 'not tried before this, UTC',
  tries int not null comment 'how often it was tried in vain',
  last_error varchar(500) comment 'what the mail server said last, or a code in capitals; null: nothing',
  ended_at datetime(3) comment 'when it was sent or given up, UTC; null while it is queued',
  primary key (id),
  unique key mail_key (mail_key),
  key mail_due (state, next_try_at),
  key mail_ended (ended_at),
  constraint mail_state check (state in ('QUEUED', 'SENT', 'FAILED', 'SUPPRESSED')),
  constraint mail_end check ((state = 'QUEUED') = (ended_at is null))
) comment 'One mail of the portal';

create table mail_preference (
  id bigint not null auto_increment comment 'id',
  member_id bigint not null comment 'who does not want them; without a foreign key, as in mail',
  kind varchar(40) not null comment 'MailKind that is switched off',
  primary key (id),
  unique key mail_preference_once (member_id, kind)
) comment 'A kind of mail that a member has switched off';
