-- What left the pharmacy, or is on its way out. What says whom it went to and what people wrote of it is sealed in one
-- document; what rules, queues and reports need stands beside it. A dispense is never deleted: one that was undone is
-- reversed, and one that never left is cancelled.
create table pharmacy.dispense (
  id                uuid          not null constraint dispense_pk primary key,
  number            bigint        not null generated always as identity (start with 1001)
                                  constraint dispense_number_unique unique,
  version           integer       not null constraint dispense_version_positive check (version > 0),
  prescription_id   uuid          not null constraint dispense_of_prescription references pharmacy.prescription (id),
  patient_id        uuid          not null constraint dispense_to_patient references pharmacy.patient (id),
  drug_id           uuid          not null constraint dispense_of_drug references pharmacy.drug (id),
  fill_number       integer       not null constraint dispense_fill_number_range check (fill_number between 0 and 99),
  part              text          not null constraint dispense_part_known
                                  check (part in ('FULL', 'PARTIAL', 'COMPLETION')),
  completes         uuid          constraint dispense_completes references pharmacy.dispense (id),
  state             text          not null,
  quantity          numeric(12,3) not null constraint dispense_quantity_positive check (quantity > 0),
  days_supply       integer       not null constraint dispense_days_supply_range check (days_supply between 1 and 365),
  billed_quantity   numeric(12,3) not null constraint dispense_billed_not_negative check (billed_quantity >= 0),
  completion_due_on date,
  tolerance         text          constraint dispense_tolerance_known check (tolerance in ('TOLERATED', 'STOPPED')),
  needed_on         date          not null,
  filled_on         date,
  filled_by         text,
  verified_by       text,
  shipped_at        timestamptz,
  delivered_at      timestamptz,
  returned_at       timestamptz,
  record            bytea         not null,
  created_at        timestamptz   not null,
  updated_at        timestamptz   not null,
  constraint dispense_state_known check (state in ('QUEUED', 'FILLED', 'VERIFIED', 'PACKED', 'SHIPPED', 'DELIVERED',
    'EXCEPTION', 'RETURNED', 'REVERSED', 'CANCELLED')),
  constraint dispense_verified_by_another check (verified_by <> filled_by),
  constraint dispense_completion_of_another check ((part = 'COMPLETION') = (completes is not null)),
  constraint dispense_tolerance_of_partial check (tolerance is null or part = 'PARTIAL'),
  constraint dispense_billed_is_dispensed_or_due check (billed_quantity <= quantity or completion_due_on is not null)
);
comment on column pharmacy.dispense.record is 'sealed: by the person in patient_id';

-- One fill has one number, whoever queues it at the same moment; also finds all fills of a prescription.
create unique index dispense_fill on pharmacy.dispense (prescription_id, fill_number, part)
  where state not in ('REVERSED', 'CANCELLED');
create index dispense_of_patient on pharmacy.dispense (patient_id, id);
-- What somebody still has to do: what has not left, and the rest of what was split.
create index dispense_to_do on pharmacy.dispense (needed_on, id)
  where state in ('QUEUED', 'FILLED', 'VERIFIED', 'PACKED')
     or part = 'PARTIAL' and state not in ('REVERSED', 'CANCELLED');

-- Which lots went into it. Recalls are by lot, so it is found by lot; history from other systems knows no stock of ours.
create table pharmacy.dispense_lot (
  dispense_id uuid          not null constraint dispense_lot_of_dispense references pharmacy.dispense (id),
  position    integer       not null,
  stock_lot   uuid,
  drug_id     uuid          not null,
  lot_number  text storage plain not null,
  expires_on  date          not null,
  quantity    numeric(12,3) storage plain not null constraint dispense_lot_quantity_positive check (quantity > 0),
  ownership   text storage plain not null,
  constraint dispense_lot_pk primary key (dispense_id, position)
);

create index dispense_lot_by_lot on pharmacy.dispense_lot (drug_id, lot_number);

-- Who did what to it, in order: the story of one dispense. Facts are codes and quantities; what people wrote of it is
-- in the dispense's sealed record.
create table pharmacy.dispense_event (
  dispense_id uuid        not null constraint dispense_event_of_dispense references pharmacy.dispense (id),
  id          uuid        not null,
  kind        text storage plain not null,
  at          timestamptz not null,
  by_id       text storage plain not null,
  by_name     text storage plain not null,
  facts       jsonb storage plain not null,
  constraint dispense_event_pk primary key (dispense_id, id)
);

grant select, insert, update on pharmacy.dispense to pharmacy_role;
grant select, insert, delete on pharmacy.dispense_lot to pharmacy_role;
grant select, insert on pharmacy.dispense_event to pharmacy_role;
