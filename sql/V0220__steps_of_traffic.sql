-- A GB of outside traffic may cost another amount above a volume of the month, as images do: an
-- offer says so, a lease keeps it, and a contract may have steps of its own.

alter table offer
  add column traffic_steps varchar(400) not null default ''
    comment 'above how many GB of a calendar month each GB costs how much instead, as 100:8/1000:2.5, or nowhere when empty' after traffic_per_gb;

alter table offer_price
  add column traffic_steps varchar(400) not null default ''
    comment 'above how many GB of a calendar month each GB costs how much instead, as 100:8/1000:2.5, or nowhere when empty' after traffic_per_gb;

alter table lease
  add column traffic_steps varchar(400) not null default ''
    comment 'above how many GB of a calendar month each GB costs how much instead, as 100:8/1000:2.5, or nowhere when empty' after traffic_per_gb;

alter table contract_price
  add column traffic_steps varchar(400) not null default ''
    comment 'above how many GB of a calendar month each GB costs how much instead, as 100:8/1000:2.5, or nowhere when empty' after traffic_per_gb;
