-- What a payer was asked to pay for one fill, or for a fill that might be, and what it answered. The id is also the
-- reference under which the payer knows the claim, so that a claim that is sent twice is one claim to both.
create table pharmacy.claim (
  id                    uuid          not null constraint claim_pk primary key,
  version               integer       not null constraint claim_version_positive check (version > 0),
  kind                  text storage plain not null constraint claim_kind_known check (kind in ('TEST', 'BILLING')),
  dispense_id           uuid,
  prescription_id       uuid,
  fill_number           integer       not null constraint claim_fill_number_sane check (fill_number between 0 and 99),
  patient_id            uuid          not null constraint claim_to_patient references pharmacy.patient (id),
  ndc                   text storage plain not null constraint claim_ndc_form check (ndc ~ '^[0-9]{5,6}-[0-9]{4}-[0-9]{2}$'),
  prescriber_npi        text storage plain not null constraint claim_npi_form check (prescriber_npi ~ '^[12][0-9]{9}$'),
  benefit               text storage plain not null constraint claim_benefit_known check (benefit in ('PHARMACY', 'MEDICAL')),
  service_on            date          not null,
  dispensing_status     text storage plain not null constraint claim_dispensing_status_known
                                      check (dispensing_status in ('FULL', 'PARTIAL', 'COMPLETION')),
  quantity              numeric(10,3) storage plain not null constraint claim_quantity_positive check (quantity > 0),
  days_supply           integer       not null constraint claim_days_supply_sane check (days_supply between 1 and 999),
  intended_quantity     numeric(10,3) storage plain,
  intended_days_supply  integer,
  daw                   integer       not null constraint claim_daw_known check (daw between 0 and 9),
  billed_amount         numeric(12,2) storage plain not null constraint claim_billed_not_negative check (billed_amount >= 0),
  state                 text storage plain not null constraint claim_state_known
                                      check (state in ('SUBMITTED', 'PAID', 'REJECTED', 'REVERSAL_SUBMITTED', 'REVERSED',
                                                       'ABANDONMENT_SUBMITTED', 'ABANDONED')),
  reject_codes          text[] storage plain not null,
  paid_amount           numeric(12,2) storage plain,
  patient_pay_amount    numeric(12,2) storage plain,
  failure               text storage plain,
  record                bytea storage plain not null,
  submitted_by          text storage plain not null,
  submitted_by_name     text storage plain not null,
  submitted_at          timestamptz   not null,
  answered_at           timestamptz,
  withdrawn_by          text storage plain,
  withdrawn_by_name     text storage plain,
  withdrawn_at          timestamptz,
  withdrawal_answered_at timestamptz,
  constraint claim_billing_of_a_fill
    check ((kind = 'BILLING') = (dispense_id is not null) and (kind = 'BILLING') = (prescription_id is not null)),
  constraint claim_intended_when_not_full
    check (num_nulls(intended_quantity, intended_days_supply) = case when dispensing_status = 'FULL' then 2 else 0 end),
  constraint claim_amounts_whole check ((paid_amount is null) = (patient_pay_amount is null)),
  constraint claim_amounts_fit check (paid_amount >= 0 and patient_pay_amount >= 0
                                      and paid_amount + patient_pay_amount <= billed_amount),
  constraint claim_paid_has_amounts
    check (state not in ('PAID', 'REVERSAL_SUBMITTED', 'REVERSED') or paid_amount is not null),
  constraint claim_rejected_has_codes check (state <> 'REJECTED' or cardinality(reject_codes) > 0),
  constraint claim_withdrawal_whole check (num_nulls(withdrawn_by, withdrawn_by_name, withdrawn_at) in (0, 3))
);
comment on column pharmacy.claim.record is 'sealed: by the person in patient_id';

-- A dispense has at most one claim that is not over; one index finds all its claims and keeps that rule.
create unique index claim_one_live on pharmacy.claim
  (dispense_id, (case when state in ('SUBMITTED', 'PAID', 'REVERSAL_SUBMITTED', 'ABANDONMENT_SUBMITTED')
                      then '00000000-0000-0000-0000-000000000000'::uuid else id end))
  where dispense_id is not null;
-- Serves who asks for those in trouble, for a state and for a patient: PostgreSQL skips through the few values before.
create index claim_by_state on pharmacy.claim ((failure is not null), state, patient_id, id);

grant select, insert, update on pharmacy.claim to pharmacy_role;
