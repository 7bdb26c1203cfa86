-- A ledger only grows, by every request, and is read along its indexes: fresh statistics change no plan. From fifty
-- records on they were gathered anew for every tenth that was added, in all pharmacies in the same minute; a thousand of
-- them kept a processor for seconds, and for so long every request waited.
alter table pharmacy.audit_record set (autovacuum_analyze_threshold = 10000);
