-- What a payer is asked before it pays, and what it has said: the dispense depends on its word, a case on its progress.
create table pharmacy.prior_authorisation (
  id              uuid        not null constraint prior_authorisation_pk primary key,
  version         integer     not null constraint prior_authorisation_version_positive check (version > 0),
  patient_id      uuid        not null constraint prior_authorisation_for_patient references pharmacy.patient (id),
  drug_id         uuid        not null constraint prior_authorisation_for_drug references pharmacy.drug (id),
  state           text storage plain not null constraint prior_authorisation_state_known
                              check (state in ('PREPARED', 'SUBMITTED', 'INFORMATION_REQUESTED', 'APPROVED', 'DENIED',
                                               'APPEALED', 'CLOSED_UNANSWERED', 'WITHDRAWN', 'VOIDED')),
  payer_kind      text storage plain constraint prior_authorisation_payer_known
                              check (payer_kind in ('COMMERCIAL', 'MEDICARE_PART_D', 'MEDICARE_PART_B',
                                                    'MEDICARE_ADVANTAGE', 'MEDICAID', 'DUAL_ELIGIBLE', 'CHIP',
                                                    'TRICARE', 'VA', 'UNINSURED')),
  benefit         text storage plain constraint prior_authorisation_benefit_known
                              check (benefit in ('PHARMACY', 'MEDICAL')),
  channel         text storage plain constraint prior_authorisation_channel_known
                              check (channel in ('EPA', 'PORTAL', 'FAX', 'PHONE')),
  urgency         text storage plain constraint prior_authorisation_urgency_known
                              check (urgency in ('STANDARD', 'EXPEDITED')),
  valid_from      date,
  valid_until     date,
  quantity        numeric(12,3) storage plain constraint prior_authorisation_quantity_positive check (quantity > 0),
  submitted_at    timestamptz,
  decision_due_at timestamptz,
  denial_reason   text storage plain,
  noticed_on      date,
  appeal_level    text storage plain constraint prior_authorisation_level_known
                              check (appeal_level in ('INTERNAL', 'RECONSIDERATION', 'EXTERNAL')),
  act_until       date,
  round           integer     not null default 0 constraint prior_authorisation_round_not_negative check (round >= 0),
  round_at        timestamptz,
  failure         text storage plain,
  -- The limit keeps a row in its page: what is longer is refused before.
  record          bytea storage plain not null constraint prior_authorisation_record_fits
                              check (octet_length(record) <= 7200),
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  constraint prior_authorisation_period_in_order check (valid_until >= valid_from),
  constraint prior_authorisation_approved_for_a_time
    check (state <> 'APPROVED' or (valid_from is not null and valid_until is not null)),
  constraint prior_authorisation_terms_whole check (num_nulls(payer_kind, benefit, channel, urgency) in (0, 4)),
  constraint prior_authorisation_asked_for
    check (state not in ('PREPARED', 'SUBMITTED', 'CLOSED_UNANSWERED') or payer_kind is not null),
  constraint prior_authorisation_submitted_once check (state <> 'SUBMITTED' or submitted_at is not null),
  constraint prior_authorisation_appealed_to check (state <> 'APPEALED' or appeal_level is not null),
  constraint prior_authorisation_round_dated check (round = 0 or round_at is not null)
);
comment on column pharmacy.prior_authorisation.record is 'sealed: by the person in patient_id';

create index prior_authorisation_of_patient on pharmacy.prior_authorisation (patient_id, drug_id);
create index prior_authorisation_ending on pharmacy.prior_authorisation (valid_until, id) where state = 'APPROVED';

grant select, insert, update on pharmacy.prior_authorisation to pharmacy_role;
