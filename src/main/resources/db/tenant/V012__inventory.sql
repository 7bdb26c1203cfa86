-- What lies on the shelves. On-hand and reserved stand on the lot, where a lock and a check constraint keep them, and
-- are always the sums of the movements, which nobody can change or take away. Quantities are in the unit of the drug's
-- package. Names and codes are varchar where a whole row then stays short enough to need no TOAST table.
create table pharmacy.stock_location (
  id         uuid        not null constraint stock_location_pk primary key,
  version    integer     not null,
  name       varchar(80) not null constraint stock_location_name_unique unique,
  storage    varchar(16) not null,
  active     boolean     not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

grant select, insert, update on pharmacy.stock_location to pharmacy_role;

-- One row for each drug, lot, expiry, ownership and place; what came back from a dispense lies apart from what never
-- left. The unique constraint begins with the drug, so it is also the index by which lots of a drug are found.
create table pharmacy.stock_lot (
  id              uuid           not null constraint stock_lot_pk primary key,
  version         integer        not null,
  drug_id         uuid           not null constraint stock_lot_of_drug references pharmacy.drug (id),
  lot_number      text           not null,
  expires_on      date           not null,
  ownership       text           not null,
  owner           text,
  patient_id      uuid           constraint stock_lot_for_patient references pharmacy.patient (id),
  location_id     uuid           not null constraint stock_lot_in_location references pharmacy.stock_location (id),
  returned        boolean        not null,
  status          text           not null,
  on_hand         numeric(12, 3) not null constraint stock_lot_on_hand_not_negative check (on_hand >= 0),
  reserved        numeric(12, 3) not null,
  bin             text,
  serials         text[]         not null,
  unit_cost       numeric(12, 4) constraint stock_lot_cost_not_negative check (unit_cost >= 0),
  source          text,
  proposal        jsonb,
  proposal_reason bytea,
  received_at     timestamptz    not null,
  updated_at      timestamptz    not null,
  constraint stock_lot_unique unique nulls not distinct
    (drug_id, lot_number, expires_on, ownership, owner, patient_id, location_id, returned),
  constraint stock_lot_reserved_is_on_hand check (reserved between 0 and on_hand),
  constraint stock_lot_owner_named check ((ownership = 'OWNED') = (owner is null)),
  constraint stock_lot_patients_is_clients check (patient_id is null or ownership = 'CLIENT_OWNED'),
  constraint stock_lot_returned_waits check (not returned or (status <> 'AVAILABLE' and reserved = 0))
);
comment on column pharmacy.stock_lot.proposal_reason is 'sealed: by the pharmacy';

grant select, insert, update on pharmacy.stock_lot to pharmacy_role;

-- Append-only: whoever erred writes another. The changes follow from the kind, and the database knows how. They are
-- read by their lot or their dispense, so the key is the lot's.
create table pharmacy.stock_movement (
  lot_id          uuid           not null constraint stock_movement_of_lot references pharmacy.stock_lot (id),
  id              uuid           not null,
  kind            text storage plain not null,
  quantity        numeric(12, 3) storage plain not null constraint stock_movement_quantity_not_negative check (quantity >= 0),
  on_hand_change  numeric(12, 3) storage plain not null,
  reserved_change numeric(12, 3) storage plain not null,
  on_hand         numeric(12, 3) storage plain not null constraint stock_movement_on_hand_not_negative check (on_hand >= 0),
  reserved        numeric(12, 3) storage plain not null,
  dispense_id     uuid,
  other_lot_id    uuid,
  reason_code     text storage plain,
  reason          bytea storage plain,
  reference       text storage plain,
  by_id           text storage plain not null,
  by_name         text storage plain not null,
  at              timestamptz    not null,
  constraint stock_movement_reserved_is_on_hand check (reserved between 0 and on_hand),
  constraint stock_movement_is_of_its_kind check (
    case kind
      when 'RECEIPT'          then on_hand_change = quantity      and reserved_change = 0
      when 'RETURN'           then on_hand_change = quantity      and reserved_change = 0
      when 'TRANSFER_IN'      then on_hand_change = quantity      and reserved_change = 0
      when 'TRANSFER_OUT'     then on_hand_change = -quantity     and reserved_change = 0
      when 'WASTE'            then on_hand_change = -quantity     and reserved_change = 0
      when 'ADJUST'           then abs(on_hand_change) = quantity and reserved_change = 0
      when 'RESERVE'          then on_hand_change = 0             and reserved_change = quantity
      when 'RELEASE'          then on_hand_change = 0             and reserved_change = -quantity
      when 'DISPENSE'         then on_hand_change = -quantity     and reserved_change = -quantity
      when 'RECALL'           then on_hand_change = 0             and reserved_change = 0
      when 'QUARANTINE'       then on_hand_change = 0             and reserved_change = 0
      when 'DISPOSITION'      then on_hand_change = 0             and reserved_change = 0
      when 'OWNERSHIP_CHANGE' then on_hand_change = 0             and reserved_change = 0
      else false
    end),
  constraint stock_movement_pk primary key (lot_id, id)
);
comment on column pharmacy.stock_movement.reason is 'sealed: by the pharmacy';

create index stock_movement_by_dispense on pharmacy.stock_movement (dispense_id) where dispense_id is not null;

-- The reason alone can be written again, because a rotation of the pharmacy's keys seals it anew; its seal is bound to
-- the row.
grant select, insert, update (reason) on pharmacy.stock_movement to pharmacy_role;

-- Papers about the stock, of which a pharmacy has few and no two kinds are ever asked for together: one table for all,
-- since each costs four relations. COUNT is a cycle count, whose sheet has the lines. EXCURSION is a time out of the
-- storage class, whose log says what the loggers read, which lots it touched and what became of each. RECALL calls back
-- lots of a drug; whom they reached is dispensing's to say. What people typed is in words.
create table pharmacy.stock_paper (
  id             uuid        not null constraint stock_paper_pk primary key,
  kind           text        not null,
  version        integer     not null,
  opened_by      text        not null,
  opened_by_name text        not null,
  opened_at      timestamptz not null,
  closed_by      text,
  closed_by_name text,
  closed_at      timestamptz,
  words          bytea,
  location_id    uuid        constraint stock_paper_in_location references pharmacy.stock_location (id),
  state          text,
  sheet          jsonb,
  log            jsonb,
  begun_at       timestamptz,
  ended_at       timestamptz,
  mean_kinetic   numeric(6, 2),
  drug_id        uuid        constraint stock_paper_of_drug references pharmacy.drug (id),
  lot_numbers    text[],
  class          text,
  depth          text,
  reference      text,
  constraint stock_paper_closed_by_somebody check (num_nulls(closed_by, closed_by_name, closed_at) in (0, 3)),
  constraint stock_paper_excursion_ends_after_it_begins check (ended_at >= begun_at),
  constraint stock_paper_is_of_its_kind check (
    case kind
      when 'COUNT'     then num_nulls(location_id, state, sheet) = 0
      when 'EXCURSION' then num_nulls(location_id, state, log, begun_at, ended_at, mean_kinetic) = 0
      when 'RECALL'    then num_nulls(drug_id, lot_numbers, class, depth, reference) = 0
      else false
    end)
);
comment on column pharmacy.stock_paper.words is 'sealed: by the pharmacy';

grant select, insert, update on pharmacy.stock_paper to pharmacy_role;

-- One row for each drug that ever lay on a shelf: how much of it is to be there at least, and the row on which receipts
-- and recalls of the drug wait for each other, so that no lot slips in while its recall is being opened.
create table pharmacy.stock_level (
  drug_id       uuid        not null constraint stock_level_pk primary key
                            constraint stock_level_of_drug references pharmacy.drug (id),
  version       integer     not null,
  reorder_level numeric(12, 3) constraint stock_level_not_negative check (reorder_level >= 0),
  updated_at    timestamptz not null
);

grant select, insert, update on pharmacy.stock_level to pharmacy_role;
