-- An unpaid invoice suspends its tenant once: who was let go on by a person is not suspended for it again.

alter table invoice_balance
  add column suspended_on date comment 'when its tenant was suspended for it; null: it was not' after warned_on;
