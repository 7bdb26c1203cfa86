-- What prescribers, hubs and faxes order, as it came and as it was read. As long as nobody knows whose it is, the
-- pharmacy's key seals it; from then on the patient's. One order is taken in once: its fingerprint is a token, which
-- says nothing without the pharmacy's key.
create table pharmacy.referral (
  id              uuid        not null constraint referral_pk primary key,
  version         integer     not null constraint referral_version_positive check (version > 0),
  state           text        not null constraint referral_state_known
                              check (state in ('NEEDS_REVIEW', 'ACCEPTED', 'DUPLICATE', 'REJECTED')),
  source          text        not null,
  fingerprint     bigint      not null,
  media_type      text        not null,
  document        bytea       not null,
  record          bytea       not null,
  outline         jsonb       not null,
  patient_id      uuid        constraint referral_of_patient references pharmacy.patient (id),
  prescriber_id   uuid        constraint referral_by_prescriber references pharmacy.prescriber (id),
  drug_id         uuid        constraint referral_for_drug references pharmacy.drug (id),
  prescription_id uuid        constraint referral_as_prescription references pharmacy.prescription (id),
  case_id         uuid,
  duplicate_of    uuid        constraint referral_duplicate_of_first references pharmacy.referral (id),
  received_by_id    text      not null,
  received_by_name  text      not null,
  received_at     timestamptz not null,
  reviewed_by_id    text,
  reviewed_by_name  text,
  reviewed_at     timestamptz,
  rejection       text,
  constraint referral_duplicate_of_another check ((state = 'DUPLICATE') = (duplicate_of is not null)),
  constraint referral_accepted_for_somebody check (state <> 'ACCEPTED' or patient_id is not null),
  constraint referral_rejected_for_a_reason check ((state = 'REJECTED') = (rejection is not null)),
  constraint referral_review_whole check (num_nulls(reviewed_by_id, reviewed_by_name, reviewed_at) in (0, 3))
);
comment on column pharmacy.referral.document is 'sealed: by the person in patient_id, else by the pharmacy';
comment on column pharmacy.referral.record is 'sealed: by the person in patient_id, else by the pharmacy';

-- What was rejected may be sent again.
create unique index referral_order_once on pharmacy.referral (fingerprint) where state in ('NEEDS_REVIEW', 'ACCEPTED');
create index referral_by_state on pharmacy.referral (state, id);

grant select, insert, update on pharmacy.referral to pharmacy_role;
