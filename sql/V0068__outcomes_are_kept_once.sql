-- What became of a command is kept with the command; an errand only says which command that is.

alter table agent_command
  add retryable boolean not null default false
    comment 'whether the daemon said that another try may end better';
update agent_command c join errand e on e.command_id = c.id set c.retryable = e.retryable;
alter table errand
  drop constraint errand_state,
  drop column state,
  drop column outcome_code,
  drop column outcome_detail,
  drop column retryable,
  drop column ended_at;
