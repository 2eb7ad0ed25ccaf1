-- Runs look for the lines and documents of single months, of one tenant and of all, and pages for
-- items that are set aside: none of them has to read what years before have left.

alter table invoice_line
  drop key invoice_line_month,
  add key invoice_line_month (month, tenant_id);

alter table invoice add key invoice_month (month, run_id);

alter table invoice_run_item
  drop key invoice_run_item_waiting,
  add key invoice_run_item_state (state, run_id);

-- Each hour what was foreseen is forgotten, which needs no look at what was used in all months.

alter table revenue add key revenue_kind (kind, month);
