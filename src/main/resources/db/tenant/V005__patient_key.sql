-- One key for each patient, wrapped by the pharmacy's. Apart from the record, so that keys can be kept out of the
-- backups of the data: a backup without its keys forgets those patients whose key was destroyed since.
create table pharmacy.patient_key (
  patient_id uuid  not null constraint patient_key_pk primary key
                   constraint patient_key_of_patient references pharmacy.patient (id),
  wrapped    bytea storage plain not null
);
comment on column pharmacy.patient_key.wrapped is 'key: of the person in patient_id, wrapped by the pharmacy''s';
comment on column pharmacy.patient.record is 'sealed: by the person in id';

grant select, insert, update, delete on pharmacy.patient_key to pharmacy_role;
