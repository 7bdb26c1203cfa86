package dev.firstfill.patients;

import dev.firstfill.customfields.CustomFieldStore;
import dev.firstfill.customfields.CustomFields;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Journal;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where patients are registered, looked up and kept up to date. */
@ApplicationScoped
public class PatientRegistry {
    /** What a person can look through at a glance; whoever sees this many adds a birth date. */
    public static final int SEARCH_RESULTS_MAX = 50;

    private static final Act REGISTER = Act.of("register", "patient");
    private static final Act READ = Act.of("read", "patient");
    private static final Act AMEND = Act.of("amend", "patient");
    private static final Act LIST = Act.of("list", "patient");
    private static final Act SEARCH = Act.of("search", "patient");

    private final Transactions transactions;
    private final Clock clock;

    public PatientRegistry(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<Patient> register(PatientDetails details) {
        return transactions.write(REGISTER, desk -> {
            var patients = new Patients(desk.session(), desk.seals());
            return new CustomFieldStore(desk.session())
                    .all()
                    .map(fields ->
                            fields.check(details.customFields(), Map.of()).orRefuse())
                    .map(details::withCustomFields)
                    .map(checked -> patients.sealed(new PatientId(Ids.next()), checked, Now.by(clock)))
                    .call(desk.session()::persist)
                    .call(desk.session()::flush)
                    .map(patients::opened)
                    .invoke(patient -> tell(desk.journal(), "patient.registered", null, patient));
        });
    }

    public Uni<Patient> read(PatientReference patient) {
        return transactions.read(READ, desk -> {
            desk.journal().about(patient.toString());
            var patients = new Patients(desk.session(), desk.seals());
            return patients.find(patient).map(patients::opened);
        });
    }

    /** Replaces the record. @param seen the version the caller saw; refused as stale when another is present */
    public Uni<Patient> amend(PatientReference patient, int seen, PatientDetails details) {
        return amend(patient, seen, present -> details);
    }

    /** @param change makes the new record of the present one; whatever it throws leaves all as it was */
    public Uni<Patient> amend(PatientReference patient, int seen, UnaryOperator<PatientDetails> change) {
        return transactions.write(AMEND, desk -> {
            desk.journal().about(patient.toString());
            var patients = new Patients(desk.session(), desk.seals());
            return patients.find(patient)
                    .invoke(row -> StaleVersion.unless(row.version() == seen))
                    .chain(row -> new CustomFieldStore(desk.session()).all().chain(fields -> {
                        var before = patients.opened(row).details();
                        patients.amend(row, changed(before, change, fields), Now.by(clock));
                        return desk.session()
                                .flush()
                                .map(written -> patients.opened(row))
                                .invoke(amended -> tell(desk.journal(), "patient.amended", before, amended));
                    }));
        });
    }

    private static void tell(Journal journal, String event, @Nullable PatientDetails before, Patient patient) {
        var id = patient.id().value();
        journal.changed(id, id, before, patient.details());
        journal.announce(new Event(event, "patient", id, patient.version()));
    }

    private static PatientDetails changed(
            PatientDetails present, UnaryOperator<PatientDetails> change, CustomFields fields) {
        var details = change.apply(present);
        var values =
                fields.check(details.customFields(), present.customFields()).orRefuse();
        return details.withCustomFields(values);
    }

    public Uni<Page<Patient>> list(PageRequest page) {
        return transactions.read(LIST, desk -> {
            var patients = new Patients(desk.session(), desk.seals());
            return patients.page(page).map(rows -> Page.cut(rows, page.limit(), patients::opened));
        });
    }

    /** At most {@value #SEARCH_RESULTS_MAX}, in order of their numbers. */
    public Uni<List<Patient>> search(PatientSearch search) {
        return transactions.read(SEARCH, desk -> {
            desk.journal().sought(search);
            var patients = new Patients(desk.session(), desk.seals());
            var tokens = new SearchTokens(desk.seals()).lookedUpBy(search.checked());
            return patients.filedUnder(tokens, SEARCH_RESULTS_MAX).map(rows -> rows.stream()
                    .map(patients::opened)
                    .filter(patient -> isFound(patient, search, desk.journal()))
                    .toList());
        });
    }

    private static boolean isFound(Patient patient, PatientSearch search, Journal journal) {
        if (search.matches(patient.details())) {
            return true;
        }
        journal.withheld(patient.id().value());
        return false;
    }
}
