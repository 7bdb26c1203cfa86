-- What the reports of the day's work are read by. The log of a day goes through all dispenses in the order of time;
-- who waits for the rest of a split fill is found among the few fills that were split.
create index dispense_event_in_time on pharmacy.dispense_event (at, id);

create index dispense_part_sent on pharmacy.dispense (prescription_id)
  where part = 'PARTIAL' and state not in ('REVERSED', 'CANCELLED');
