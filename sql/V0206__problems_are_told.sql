-- Operators are told by mail of what does not work, each once. What stands already was seen on its page.

alter table standing_problem
  add column told_at datetime(3) comment 'when operators were sent mail of it at once, UTC; null: they were not';

update standing_problem set told_at = seen_at;
