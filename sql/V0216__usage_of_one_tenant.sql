-- What one tenant used in a month is found without what all others used in it, and without what it
-- used in other months. Takes the place of the key that the foreign key had made for itself.

alter table usage_record add key usage_record_tenant (tenant_id, hour);
