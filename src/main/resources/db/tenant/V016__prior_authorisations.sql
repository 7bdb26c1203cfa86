-- What a payer has said when it was asked, before it pays, whether it will. The journey of asking is a case's; this is
-- the payer's word, which the dispense depends on.
create table pharmacy.prior_authorisation (
  id          uuid        not null constraint prior_authorisation_pk primary key,
  version     integer     not null constraint prior_authorisation_version_positive check (version > 0),
  patient_id  uuid        not null constraint prior_authorisation_for_patient references pharmacy.patient (id),
  drug_id     uuid        not null constraint prior_authorisation_for_drug references pharmacy.drug (id),
  state       text storage plain not null constraint prior_authorisation_state_known
                          check (state in ('APPROVED', 'DENIED', 'WITHDRAWN')),
  valid_from  date,
  valid_until date,
  quantity    numeric(12,3) storage plain constraint prior_authorisation_quantity_positive check (quantity > 0),
  record      bytea storage plain not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  constraint prior_authorisation_period_in_order check (valid_until >= valid_from),
  constraint prior_authorisation_approved_for_a_time
    check (state <> 'APPROVED' or (valid_from is not null and valid_until is not null))
);
comment on column pharmacy.prior_authorisation.record is 'sealed: by the person in patient_id';

create index prior_authorisation_of_patient on pharmacy.prior_authorisation (patient_id, drug_id);
create index prior_authorisation_ending on pharmacy.prior_authorisation (valid_until, id) where state = 'APPROVED';

grant select, insert, update on pharmacy.prior_authorisation to pharmacy_role;
