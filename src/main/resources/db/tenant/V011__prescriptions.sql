-- What a prescriber ordered for a patient, what was done with the order since, and who asked for another. What people
-- typed is sealed; what reports and rules need are codes, dates and quantities. EXPIRED is no state that is kept: the
-- last day decides, and no job has to run in time.
create table pharmacy.prescription (
  id                  uuid          not null constraint prescription_pk primary key,
  number              bigint        not null generated always as identity (start with 1001)
                                    constraint prescription_number_unique unique,
  version             integer       not null constraint prescription_version_positive check (version > 0),
  patient_id          uuid          not null constraint prescription_for_patient references pharmacy.patient (id),
  prescriber_id       uuid          not null constraint prescription_by_prescriber references pharmacy.prescriber (id),
  drug_id             uuid          not null constraint prescription_of_drug references pharmacy.drug (id),
  renews_id           uuid          constraint prescription_renews references pharmacy.prescription (id),
  state               text          storage plain not null constraint prescription_state_known
                                    check (state in ('DRAFT', 'ACTIVE', 'ON_HOLD', 'COMPLETED', 'CANCELLED',
                                                     'TRANSFERRED_OUT')),
  quantity            numeric(9, 3) storage plain not null constraint prescription_quantity_positive check (quantity > 0),
  unit                text          storage plain not null,
  days_supply         integer       not null constraint prescription_days_supply_within_a_year
                                    check (days_supply between 1 and 365),
  refills_authorised  integer       not null constraint prescription_refills_two_digits
                                    check (refills_authorised between 0 and 99),
  fills_taken         integer       not null,
  written_on          date          not null,
  starts_on           date          not null,
  expires_on          date          not null,
  dispense_as_written text          storage plain not null,
  origin              text          storage plain not null,
  dosing              jsonb         storage plain,
  icd10_codes         text[]        storage plain not null constraint prescription_has_diagnosis
                                    check (cardinality(icd10_codes) between 1 and 12),
  transferred_to      text          storage plain constraint prescription_transferred_to_pharmacy
                                    check (transferred_to ~ '^[0-9]{7}$'),
  record              bytea         storage plain not null,
  created_at          timestamptz   not null,
  updated_at          timestamptz   not null,
  constraint prescription_fills_within_authorised check (fills_taken between 0 and refills_authorised + 1),
  constraint prescription_complete_when_all_taken check (state <> 'COMPLETED' or fills_taken = refills_authorised + 1),
  constraint prescription_draft_unfilled check (state <> 'DRAFT' or fills_taken = 0),
  constraint prescription_open_while_fills_remain
    check (state not in ('ACTIVE', 'ON_HOLD') or fills_taken <= refills_authorised),
  constraint prescription_starts_once_written check (starts_on >= written_on),
  constraint prescription_expires_once_started check (expires_on >= starts_on),
  constraint prescription_transfer_whole check ((state = 'TRANSFERRED_OUT') = (transferred_to is not null))
);
comment on column pharmacy.prescription.record is 'sealed: by the person in patient_id';

-- Serves who asks for a state and who asks for a patient: there are six states, which PostgreSQL skips through.
create index prescription_by_state on pharmacy.prescription (state, patient_id, id);

grant select, insert, update on pharmacy.prescription to pharmacy_role;

-- Every move and every change, for good: rows are added and never touched again.
create table pharmacy.prescription_change (
  prescription_id uuid        not null constraint prescription_change_to references pharmacy.prescription (id),
  id              uuid        not null,
  patient_id      uuid        not null,
  at              timestamptz not null,
  by_id           text        not null,
  by_name         text        not null,
  kind            text        not null,
  from_state      text,
  to_state        text        not null,
  reason          text,
  record          bytea,
  constraint prescription_change_pk primary key (prescription_id, id)
);
comment on column pharmacy.prescription_change.record is 'sealed: by the person in patient_id';

grant select, insert on pharmacy.prescription_change to pharmacy_role;

-- Somebody asks the prescriber for another prescription. What is written here is short, so it stays in its row: plain
-- storage saves the two relations of a TOAST table.
create table pharmacy.renewal_request (
  prescription_id  uuid        not null constraint renewal_request_for references pharmacy.prescription (id),
  id               uuid        not null,
  version          integer     not null,
  patient_id       uuid        not null,
  state            text        storage plain not null constraint renewal_request_state_known
                               check (state in ('OPEN', 'APPROVED', 'DENIED', 'WITHDRAWN')),
  requested_by     text        storage plain not null,
  requested_at     timestamptz not null,
  entered_by_id    text        storage plain not null,
  entered_by_name  text        storage plain not null,
  answered_at      timestamptz,
  answered_by_id   text        storage plain,
  answered_by_name text        storage plain,
  denial_reason    text        storage plain,
  renewed_as_id    uuid        constraint renewal_request_renewed_as references pharmacy.prescription (id),
  record           bytea       storage plain not null,
  constraint renewal_request_answer_whole
    check ((state = 'OPEN') = (answered_at is null) and num_nulls(answered_at, answered_by_id, answered_by_name) in (0, 3)),
  constraint renewal_request_approved_as_prescription check ((state = 'APPROVED') = (renewed_as_id is not null)),
  constraint renewal_request_denied_for_reason check ((state = 'DENIED') = (denial_reason is not null))
);
comment on column pharmacy.renewal_request.record is 'sealed: by the person in patient_id';

-- A prescription has at most one request that is open; one index finds all its requests and keeps that rule.
create unique index renewal_request_one_open on pharmacy.renewal_request
  (prescription_id, (case when state = 'OPEN' then '00000000-0000-0000-0000-000000000000'::uuid else id end));

grant select, insert, update on pharmacy.renewal_request to pharmacy_role;
