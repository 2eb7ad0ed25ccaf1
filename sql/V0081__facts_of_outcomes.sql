-- What a daemon found while it reached what was wanted, such as whether a server was on before.

alter table agent_command
  add outcome_facts text comment 'JSON object of texts, of one that was done; null when there are none';
