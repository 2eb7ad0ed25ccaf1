-- Beats are signed. Each start of a server has a key of its own, under which it counts its beats from one.

alter table run
  add column last_beat_key varchar(64) comment 'SHA-256 of the public key that signed the last beat; null when none did'
    after last_beat_sequence;
