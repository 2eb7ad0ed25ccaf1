-- A daemon that reports more than it may is slowed down, and an operator is told of it. Of reports that
-- were not used the newest of each daemon are kept, and the begin of what they said.

alter table agent
  add slowed_down_at datetime(3)
    comment 'when reports of it were last refused because there were too many, UTC; null: never';

alter table agent_report
  modify body mediumtext
    comment 'JSON of a flagged report, its first 16,384 characters',
  add key agent_report_flagged (agent_id, disposition, id);
