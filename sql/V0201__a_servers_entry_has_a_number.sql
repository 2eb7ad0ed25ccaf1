-- Two tabs with one server's entry: the second is told, and writes over nothing. Not the row's own
-- version, which rises with every state that the server goes through.

alter table server
  add column described int not null default 0
    comment 'how often its entry was typed anew';
