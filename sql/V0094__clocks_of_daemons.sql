-- How far a daemon's clock is from the portal's: tokens, certificates and openings end at given times.

alter table agent
  add clock_skew_millis bigint
    comment 'its clock minus the portal''s, at the last reports that told it; null: not told';
