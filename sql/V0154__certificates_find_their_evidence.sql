-- A lease's page looks for the evidence of its server's erasure.

alter table wipe_record add key wipe_record_lease (lease_id);
