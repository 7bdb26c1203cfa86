-- Whom somebody called about a recall, and what they said: added with each try and never changed, since it is the proof
-- that everybody was told.
create table pharmacy.recall_contact (
  recall_id   uuid        not null constraint recall_contact_about references pharmacy.stock_paper (id),
  patient_id  uuid        not null constraint recall_contact_for_patient references pharmacy.patient (id),
  id          uuid        not null,
  party       text storage plain not null constraint recall_contact_party_known check (party in ('PATIENT', 'PRESCRIBER')),
  channel     text storage plain not null,
  outcome     text storage plain not null constraint recall_contact_outcome_known check (outcome in ('REACHED', 'NOT_REACHED')),
  product     text storage plain not null,
  record      bytea storage plain not null,
  by_id       text storage plain not null,
  by_name     text storage plain not null,
  at          timestamptz not null,
  constraint recall_contact_pk primary key (recall_id, patient_id, id),
  constraint recall_contact_product_of_those_reached check (outcome = 'REACHED' or product = 'UNKNOWN')
);
comment on column pharmacy.recall_contact.record is 'sealed: by the person in patient_id';

grant select, insert on pharmacy.recall_contact to pharmacy_role;
