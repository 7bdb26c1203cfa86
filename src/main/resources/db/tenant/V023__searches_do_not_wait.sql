-- Without their waiting lists. Until a vacuum has sorted them in, each look-up reads all that was added since, up to 4 MB:
-- who is calling would be found the later, the more patients the day has brought. Now who adds a patient sorts it in.
-- What waits already is sorted in by the next vacuum.
alter index pharmacy.patient_search_tokens set (fastupdate = off);
alter index pharmacy.prescriber_office_phones set (fastupdate = off);
