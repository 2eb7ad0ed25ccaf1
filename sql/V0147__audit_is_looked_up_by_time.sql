-- The trail is read by people: newest first, and from one day to another.

create index audit_entry_at on audit_entry (at);
create index audit_entry_tenant_at on audit_entry (tenant_id, at);
