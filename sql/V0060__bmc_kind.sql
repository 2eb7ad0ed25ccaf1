-- Every BMC so far speaks IPMI. No check: which kinds there are is for the lender agent's drivers to say.
alter table server
  add column bmc_kind varchar(20) not null default 'IPMI' comment 'protocol of its BMC; BmcKind' after memory_mib;
