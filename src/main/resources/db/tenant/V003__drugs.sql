-- What the pharmacy dispenses, one row per package. The NDC is kept without hyphens in its 11-digit form, or 12 once
-- labelers use the uniform format (FDA rule of 2026-03-05, effective 2033-03-07): hence no fixed length. Beside it
-- stands the form in which somebody read it from the label: two layouts of a ten-digit NDC have one canonical form. A
-- pharmacy has some thousand drugs at most, so names are searched without an index.
create table pharmacy.drug (
  id             uuid        not null constraint drug_pk primary key,
  version        integer     not null constraint drug_version_positive check (version > 0),
  ndc            text        storage plain not null constraint drug_ndc_unique unique
                             constraint drug_ndc_digits check (ndc ~ '^[0-9]{11,12}$'),
  ndc_as_entered text        storage plain not null constraint drug_ndc_as_entered_form check (ndc_as_entered ~ '^[0-9 -]{11,26}$'),
  name_folded    text        storage plain not null,
  details        jsonb       storage plain not null,
  created_at     timestamptz not null,
  updated_at     timestamptz not null
);

grant select, insert, update on pharmacy.drug to pharmacy_role;
