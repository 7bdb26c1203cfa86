-- What the ledger holds sealed can never be sealed anew, so the ledger's keys are a keyset of their own, to which keys
-- are added and from which none is taken. Null until a pharmacy of before is next rotated: till then the ledger is
-- sealed by the keyset that seals everything else.
alter table control.tenant_key
  add column ledger         bytea,
  -- How far a rotation has come: PUBLISHED, every replica is to learn the new key; PROMOTED, it seals.
  add column rotation       text,
  add column rotation_since timestamptz,
  add column rotated_at     timestamptz,
  add constraint tenant_key_rotation_is_known check (rotation in ('PUBLISHED', 'PROMOTED')),
  add constraint tenant_key_rotation_has_a_time check ((rotation is null) = (rotation_since is null));

grant update on control.tenant_key to firstfill_control;
