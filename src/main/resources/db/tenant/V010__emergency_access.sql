-- Who opened which patient's record in an emergency, until when, and what the privacy officer found of it. There
-- are few, so those that wait for a review are found among all.
create table pharmacy.emergency_access (
  id               uuid        not null constraint emergency_access_pk primary key,
  version          integer     not null,
  patient_id       uuid        not null constraint emergency_access_to_patient references pharmacy.patient (id),
  opened_by        text        storage plain not null,
  opened_by_name   text        storage plain not null,
  opened_at        timestamptz not null,
  expires_at       timestamptz not null,
  closed_at        timestamptz,
  reason_code      text        storage plain not null,
  reason           bytea       storage plain not null,
  reviewed_by      text        storage plain,
  reviewed_by_name text        storage plain,
  reviewed_at      timestamptz,
  outcome          text        storage plain,
  note             bytea       storage plain,
  constraint emergency_access_is_short
    check (expires_at > opened_at and expires_at <= opened_at + interval '60 minutes'),
  constraint emergency_access_review_whole
    check (num_nulls(reviewed_by, reviewed_by_name, reviewed_at, outcome) in (0, 4)),
  constraint emergency_access_note_of_review check (note is null or reviewed_at is not null),
  constraint emergency_access_not_own_review check (reviewed_by <> opened_by)
);
comment on column pharmacy.emergency_access.reason is 'sealed: by the person in patient_id';
comment on column pharmacy.emergency_access.note is 'sealed: by the person in patient_id';

grant select, insert, update on pharmacy.emergency_access to pharmacy_role;
