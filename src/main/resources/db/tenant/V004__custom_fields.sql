-- What this pharmacy records of a patient beyond what every pharmacy does. A definition is never deleted, because
-- values under its key remain in patients' records; it is archived and takes no new values. Programs know it by its key;
-- a hundred definitions need no index for their ids.
create table pharmacy.custom_field (
  id         uuid        not null,
  version    integer     not null constraint custom_field_version_positive check (version > 0),
  key        text        storage plain not null constraint custom_field_pk primary key,
  definition jsonb       storage plain not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

grant select, insert, update on pharmacy.custom_field to pharmacy_role;
