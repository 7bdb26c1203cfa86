-- Each pharmacy's keysets, encrypted with the key-encryption key, which lies outside every database. Deleting a row
-- shreds the pharmacy: whatever it sealed is noise from then on, in every copy and every dump.
create table control.tenant_key (
  tenant_id  uuid primary key references control.tenant (id),
  sealing    bytea not null,
  indexing   bytea not null,
  created_at timestamptz not null default now()
);

grant select, insert, delete on control.tenant_key to firstfill_control;
