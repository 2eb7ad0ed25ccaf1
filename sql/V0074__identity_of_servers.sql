-- What a server is known by. Every server is known by its console unless an operator says that this
-- one's cannot be read.

alter table server
  add identity varchar(10) not null default 'CONSOLE' comment 'what it is known by: its serial CONSOLE, read through its BMC, or the network PORT that it is plugged into',
  add constraint server_identity check (identity in ('CONSOLE', 'PORT'));
