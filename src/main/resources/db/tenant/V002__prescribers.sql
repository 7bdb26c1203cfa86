-- Who may prescribe. Prescribers are found by their public identifiers, so nothing here is sealed; offices are read
-- only with their prescriber, and office_phones repeats their numbers in E.164 for the look-up by caller.
create table pharmacy.prescriber (
  id            uuid        not null constraint prescriber_pk primary key,
  version       integer     not null constraint prescriber_version_positive check (version > 0),
  npi           text        not null constraint prescriber_npi_unique unique
                            constraint prescriber_npi_ten_digits check (npi ~ '^[12][0-9]{9}$'),
  family_folded text        not null,
  office_phones text[]      not null,
  details       jsonb       not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null
);

create index prescriber_family on pharmacy.prescriber (family_folded text_pattern_ops);
create index prescriber_office_phones on pharmacy.prescriber using gin (office_phones);

grant select, insert, update on pharmacy.prescriber to pharmacy_role;
