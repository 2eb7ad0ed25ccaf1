-- A credit note may take back one line of an invoice, or a part of it; never more than what was invoiced.

alter table invoice_line
  add column corrects_position int
    comment 'the line of the corrected invoice that it takes back from; null: of none' after invoice_id;

delimiter //

create trigger invoice_line_takes_back_no_more before insert on invoice_line for each row
  if new.corrects_position is not null and not exists (
      select 1 from invoice note
        join invoice_line l on l.invoice_id = note.corrects_id and l.position = new.corrects_position
      where note.id = new.invoice_id and -new.net * sign(l.net) <= abs(l.net) + sign(l.net) * coalesce(
        (select sum(b.net) from invoice_line b join invoice other on other.id = b.invoice_id
          where other.corrects_id = note.corrects_id and b.corrects_position = new.corrects_position), 0)) then
    signal sqlstate '45000' set message_text = 'invoice_line: more is taken back than the line has left';
  end if //

delimiter ;
