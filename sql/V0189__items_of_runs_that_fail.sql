-- What cannot be issued three times is set aside, so that its run comes to an end; people try it again.

alter table invoice_run_item
  add column tries int not null default 0 comment 'how often issuing it failed since it was let go last' after state,
  drop constraint invoice_run_item_state,
  add constraint invoice_run_item_state check (state in ('WAITING', 'ISSUED', 'REFUSED', 'SET_ASIDE'));
