-- Guessing passwords is slowed down by where it comes from, for all nodes together. Nothing here
-- belongs to an account, so nobody can lock one.

create table login_budget (
  whose varchar(64) not null comment 'SHA-256 of a source, or of a source and a login, in hexadecimal',
  failures int not null comment 'tries that did not succeed, less what time has forgiven',
  counted_at datetime(3) not null comment 'until when time has forgiven, UTC',
  next_try_at datetime(3) not null comment 'no try is taken before, UTC',
  primary key (whose),
  key login_budget_old (counted_at)
) comment 'Tries at the log-in that are left to a source, or to a source at one login';
