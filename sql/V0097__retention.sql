-- What is kept for a time only is found by when it came to its end.

alter table agent_command add key agent_command_finished (finished_at);

alter table transfer_log add key transfer_log_received (received_at);
