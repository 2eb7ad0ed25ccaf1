-- A BMC is spoken to with cipher suite 17. Until now it was 3 for all: of the servers there are, nobody
-- has said yet that theirs can do better, so the agent may still fall back for them.
update server set bmc_kind = 'IPMI_SUITE_3' where bmc_kind = 'IPMI';
