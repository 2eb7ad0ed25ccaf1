-- No statement looks for meters by how far they are, nor for runs by their month: meters are found
-- by their lease, runs by their number, their state or the one slot of what is open. Each hour of
-- each lease moved an entry of the first key.

alter table usage_meter drop key usage_meter_until;

alter table invoice_run drop key invoice_run_month;
