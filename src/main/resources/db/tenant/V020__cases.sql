-- The journey of one referral, from the day it came in to the end of the therapy. CASE is a word of SQL, hence the name.
-- Facts and clocks are documents, because they are only read whole with their case.
create table pharmacy.patient_case (
  id               uuid        not null constraint patient_case_pk primary key,
  number           bigint      not null generated always as identity (start with 1001)
                               constraint patient_case_number_unique unique,
  version          integer     not null constraint patient_case_version_positive check (version > 0),
  patient_id       uuid        not null constraint patient_case_of_patient references pharmacy.patient (id),
  referral_id      uuid        not null,
  prescriber_id    uuid        constraint patient_case_by_prescriber references pharmacy.prescriber (id),
  drug_id          uuid        constraint patient_case_of_drug references pharmacy.drug (id),
  prescription_id  uuid        constraint patient_case_of_prescription references pharmacy.prescription (id),
  payer            text,
  state            text        not null,
  returns_to       text,
  waits_for        text        constraint patient_case_party_known check
                               (waits_for in ('PHARMACY', 'PAYER', 'PRESCRIBER', 'PATIENT', 'HUB', 'CARRIER')),
  since            timestamptz not null,
  owner_id         text,
  owner_name       text,
  sla              smallint    not null constraint patient_case_sla_percent check (sla in (0, 50, 75, 100)),
  settings_version integer     not null,
  programme        text        not null,
  clocks           jsonb       not null,
  facts            jsonb       not null,
  signed_at        timestamptz,
  received_at      timestamptz not null,
  first_shipped_at timestamptz,
  next_timer_at    timestamptz,
  closed_at        timestamptz,
  constraint patient_case_one_for_each_referral unique (patient_id, referral_id),
  constraint patient_case_owner_whole check ((owner_id is null) = (owner_name is null)),
  constraint patient_case_closed_waits_for_nobody check (closed_at is null or (waits_for is null and next_timer_at is null))
);

create index patient_case_board on pharmacy.patient_case (state, payer, waits_for, sla, owner_id, owner_name, since, id)
  where closed_at is null;
create index patient_case_due on pharmacy.patient_case (next_timer_at) where next_timer_at is not null;

grant select, insert, update on pharmacy.patient_case to pharmacy_role;

-- What happened to a case, for good: rows are added and never touched again. From each row to the next somebody had to
-- do something: waits_for is whom the case waited for from then on.
create table pharmacy.case_event (
  case_id    uuid        not null constraint case_event_of_case references pharmacy.patient_case (id),
  id         uuid        not null,
  patient_id uuid        not null,
  at         timestamptz not null,
  by_id      text        storage plain not null,
  by_name    text        storage plain not null,
  kind       text        storage plain not null,
  from_state text        storage plain,
  to_state   text        storage plain not null,
  waits_for  text        storage plain,
  facts      jsonb       storage plain not null,
  note       bytea       storage plain,
  constraint case_event_pk primary key (case_id, id)
);
comment on column pharmacy.case_event.note is 'sealed: by the person in patient_id';

grant select, insert on pharmacy.case_event to pharmacy_role;

-- How this pharmacy works: calendar, targets, what a programme asks for. A version is never changed, because cases that
-- began under it go on under it.
create table pharmacy.workflow_setting (
  version    integer     not null constraint workflow_setting_pk primary key
                         constraint workflow_setting_version_positive check (version > 0),
  content    jsonb       not null,
  by_id      text        not null,
  by_name    text        not null,
  at         timestamptz not null
);

grant select, insert on pharmacy.workflow_setting to pharmacy_role;
