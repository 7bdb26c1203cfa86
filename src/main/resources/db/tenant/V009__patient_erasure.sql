-- An erased patient keeps id and number, so that what points there still points somewhere, and nothing else.
alter table pharmacy.patient
  alter column record drop not null,
  add column erased_at timestamptz,
  add constraint patient_record_until_erased check ((record is null) = (erased_at is not null));

-- What the pharmacy's key has sealed is sealed anew when that key is rotated.
grant update (answer) on pharmacy.idempotency_key to pharmacy_role;
