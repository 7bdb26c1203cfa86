-- Copies of the signed checkpoints of the pharmacies' audit ledgers, so that every replica finds those of the others.
-- The originals lie outside the database. Kept when a pharmacy leaves: they are all that still speaks of its ledger.
create table control.audit_checkpoint (
  id        bigint generated always as identity primary key,
  tenant_id uuid        not null,
  seq       bigint      not null,
  hash      bytea       not null,
  at        timestamptz not null,
  before    bytea,
  signature bytea       not null,
  constraint audit_checkpoint_hash_is_sha256 check (length(hash) = 32)
);
create index audit_checkpoint_by_place on control.audit_checkpoint (tenant_id, seq);

grant select, insert on control.audit_checkpoint to firstfill_control;
