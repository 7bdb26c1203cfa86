-- The log of a day goes through all dispenses in the order of time.
create index dispense_event_in_time on pharmacy.dispense_event (at, id);
