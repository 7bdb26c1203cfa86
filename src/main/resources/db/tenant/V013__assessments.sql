-- Questionnaires of this pharmacy's own; those that every pharmacy has come with the program. A version is never
-- changed once it is here: another supersedes it, and what was answered with it keeps it. The key is what one is looked
-- up by; id is what events and the ledger call it, and a few dozen rows need no index for that.
create table pharmacy.assessment_template (
  code              text        not null,
  number            integer     not null constraint assessment_template_own_number check (number > 1000),
  id                uuid        not null,
  version           integer     not null constraint assessment_template_version_positive check (version > 0),
  state             text        not null
                                constraint assessment_template_state_known check (state in ('PUBLISHED', 'RETIRED')),
  content           jsonb       not null,
  published_by      text        not null,
  published_by_name text        not null,
  published_at      timestamptz not null,
  retired_at        timestamptz,
  constraint assessment_template_pk primary key (code, number),
  constraint assessment_template_retired_when check ((state = 'RETIRED') = (retired_at is not null))
);

grant select, insert, update on pharmacy.assessment_template to pharmacy_role;

-- What a patient was asked on a day. Drafts change; what is signed stands, and another that is signed may amend it.
-- Prescription and dispense are ids of other contexts. Answers in words, and why one was amended, are in record.
create table pharmacy.assessment (
  id               uuid        not null constraint assessment_pk primary key,
  version          integer     not null constraint assessment_version_positive check (version > 0),
  patient_id       uuid        not null constraint assessment_of_patient references pharmacy.patient (id),
  template_code    text        not null,
  template_number  integer     not null,
  condition        text        not null,
  icd10_prefixes   text[]      not null,
  prescription_id  uuid,
  dispense_id      uuid,
  assessed_on      date        not null,
  current_until    date        not null,
  times_answered   integer     not null,
  state            text        not null
                               constraint assessment_state_known check (state in ('DRAFT', 'SIGNED', 'AMENDED')),
  record           bytea       not null,
  score            integer,
  score_band       text,
  adherence_score  integer     constraint assessment_adherence_is_percent check (adherence_score between 0 and 100),
  adherence_band   text,
  side_effects     text[],
  barriers         text[],
  amends           uuid,
  amended_by       uuid,
  begun_by         text        not null,
  begun_by_name    text        not null,
  begun_at         timestamptz not null,
  signed_by        text,
  signed_by_name   text,
  signed_as        text,
  signed_at        timestamptz,
  constraint assessment_current_after_its_day check (current_until >= assessed_on),
  constraint assessment_signature_whole
    check (num_nulls(signed_by, signed_by_name, signed_as, signed_at) = case when state = 'DRAFT' then 4 else 0 end),
  constraint assessment_amended_by_another
    check ((state = 'AMENDED') = (amended_by is not null) and amended_by <> id and amends <> id),
  constraint assessment_scored_when_signed
    check (case when state = 'DRAFT'
      then num_nonnulls(score, score_band, adherence_score, adherence_band, side_effects, barriers, amends) = 0
      else num_nulls(side_effects, barriers) = 0 end)
);
comment on column pharmacy.assessment.record is 'sealed: by the person in patient_id';

create index assessment_patient on pharmacy.assessment (patient_id, id);
create index assessment_counted on pharmacy.assessment (assessed_on, condition) where state = 'SIGNED';

grant select, insert, update on pharmacy.assessment to pharmacy_role;

-- One row for each answer that reports can count. Whose it is says the assessment; without the patient's key it is
-- about nobody.
create table pharmacy.assessment_answer (
  assessment_id uuid    not null constraint assessment_answer_to references pharmacy.assessment (id),
  question      text storage plain not null,
  yes           boolean,
  choice        text storage plain,
  choices       text[] storage plain constraint assessment_answer_chosen check (cardinality(choices) > 0),
  number        numeric storage plain,
  day           date,
  constraint assessment_answer_pk primary key (assessment_id, question),
  constraint assessment_answer_is_one check (num_nonnulls(yes, choice, choices, number, day) = 1)
);

grant select, insert, delete on pharmacy.assessment_answer to pharmacy_role;

-- A side effect or barrier that somebody has to do something about. Notes are in record.
create table pharmacy.clinical_concern (
  id             uuid        not null constraint clinical_concern_pk primary key,
  version        integer     not null constraint clinical_concern_version_positive check (version > 0),
  patient_id     uuid        not null constraint clinical_concern_of_patient references pharmacy.patient (id),
  kind           text        not null
                             constraint clinical_concern_kind_known check (kind in ('SIDE_EFFECT', 'BARRIER')),
  code           text        not null,
  severity       text,
  assessment_id  uuid        constraint clinical_concern_from references pharmacy.assessment (id),
  question       text,
  state          text        not null constraint clinical_concern_state_known
                             check (state in ('OPEN', 'FOLLOWED_UP', 'RESOLVED')),
  due_on         date,
  outcome        text,
  steps          jsonb       not null,
  record         bytea       not null,
  raised_by      text        not null,
  raised_by_name text        not null,
  raised_at      timestamptz not null,
  resolved_at    timestamptz,
  constraint clinical_concern_severity_of_side_effects check ((kind = 'SIDE_EFFECT') = (severity is not null)),
  constraint clinical_concern_raised_by_answer check ((assessment_id is null) = (question is null)),
  constraint clinical_concern_resolution_whole
    check (num_nonnulls(outcome, resolved_at) = case when state = 'RESOLVED' then 2 else 0 end)
);
comment on column pharmacy.clinical_concern.record is 'sealed: by the person in patient_id';

-- A patient has at most one of each that is not resolved; one index finds all of a patient and keeps that rule.
create unique index clinical_concern_once on pharmacy.clinical_concern
  (patient_id, kind, code, (case when state = 'RESOLVED' then id else '00000000-0000-0000-0000-000000000000'::uuid end));

grant select, insert, update on pharmacy.clinical_concern to pharmacy_role;
