package dev.firstfill.patients;

import dev.firstfill.customfields.CustomFieldSight;
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
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Where patients are registered, looked up and kept up to date. */
@ApplicationScoped
public class PatientRegistry {
    /** What a person can look through at a glance; whoever sees this many adds a birth date. */
    public static final int SEARCH_RESULTS_MAX = 50;

    private static final Act REGISTER = Act.of("register", "patient");
    private static final Act READ = Act.of("read", "patient");
    private static final Act AMEND = Act.of("amend", "patient");
    private static final Act ERASE = Act.of("erase", "patient");
    private static final Act LIST = Act.of("list", "patient");
    private static final Act SEARCH = Act.of("search", "patient");

    private final Transactions transactions;
    private final Clock clock;

    public PatientRegistry(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param sight of whoever is answered */
    public Uni<Patient> register(PatientDetails details, CustomFieldSight sight) {
        return transactions.write(REGISTER, desk -> {
            var patients = new Patients(desk.session(), desk.seals());
            return new CustomFieldStore(desk.session())
                    .all()
                    .map(fields ->
                            fields.check(details.customFields(), Map.of()).orRefuse())
                    .map(details::withCustomFields)
                    .map(checked -> patients.sealed(new PatientId(Ids.next()), checked, Now.by(clock)))
                    .chain(patients::add)
                    .map(patients::opened)
                    .invoke(patient -> tell(desk.journal(), "patient.registered", null, patient))
                    .chain(patient -> shown(desk.session(), sight, patient));
        });
    }

    public Uni<Patient> read(PatientReference patient, CustomFieldSight sight) {
        return transactions.read(READ, desk -> {
            desk.journal().about(patient.toString());
            var patients = new Patients(desk.session(), desk.seals());
            return patients.find(patient).map(patients::opened).chain(opened -> shown(desk.session(), sight, opened));
        });
    }

    /** Replaces the record. @param seen the version the caller saw; refused as stale when another is present */
    public Uni<Patient> amend(PatientReference patient, int seen, PatientDetails details, CustomFieldSight sight) {
        return amend(patient, seen, present -> details, sight);
    }

    /**
     * @param change makes the new record of the present one, as far as that may be seen; whatever it throws leaves all
     *     as it was
     */
    public Uni<Patient> amend(
            PatientReference patient, int seen, UnaryOperator<PatientDetails> change, CustomFieldSight sight) {
        return transactions.write(AMEND, desk -> {
            desk.journal().about(patient.toString());
            var patients = new Patients(desk.session(), desk.seals());
            return patients.find(patient)
                    .invoke(row -> StaleVersion.unless(row.version() == seen))
                    .chain(row -> new CustomFieldStore(desk.session()).all().chain(fields -> {
                        var before = patients.opened(row).details();
                        patients.amend(row, changed(before, change, fields, sight), Now.by(clock));
                        return desk.session()
                                .flush()
                                .map(written -> patients.opened(row))
                                .invoke(amended -> tell(desk.journal(), "patient.amended", before, amended))
                                .map(amended -> shown(fields, sight, amended));
                    }));
        });
    }

    /**
     * Destroys the patient's key, and with it all that it ever sealed: the record, what the ledger holds of it, answers
     * kept for clients, every copy that was made without the keys.
     *
     * @param seen the version the caller saw; refused as stale when another is present
     */
    public Uni<Void> erase(PatientReference patient, int seen, ErasureReason reason) {
        return transactions.write(ERASE, desk -> {
            desk.journal().about(patient.toString());
            desk.journal().because(reason);
            var patients = new Patients(desk.session(), desk.seals());
            return patients.find(patient)
                    .invoke(row -> StaleVersion.unless(row.version() == seen))
                    .chain(row -> {
                        var id = row.id().value();
                        desk.journal().changed(id, id, patients.opened(row).details(), null);
                        return patients.erase(row, Now.by(clock))
                                .chain(desk.session()::flush)
                                .invoke(() -> desk.journal()
                                        .announce(new Event("patient.erased", "patient", id, row.version())));
                    });
        });
    }

    private static void tell(Journal journal, String event, @Nullable PatientDetails before, Patient patient) {
        var id = patient.id().value();
        journal.changed(id, id, before, patient.details());
        journal.announce(new Event(event, "patient", id, patient.version()));
    }

    private static PatientDetails changed(
            PatientDetails present, UnaryOperator<PatientDetails> change, CustomFields fields, CustomFieldSight sight) {
        var details = change.apply(present.withCustomFields(fields.shown(present.customFields(), sight)));
        var completed = fields.completed(details.customFields(), present.customFields(), sight);
        return details.withCustomFields(
                fields.check(completed, present.customFields()).orRefuse());
    }

    private static Patient shown(CustomFields fields, CustomFieldSight sight, Patient patient) {
        var details = patient.details();
        return patient.withDetails(details.withCustomFields(fields.shown(details.customFields(), sight)));
    }

    private static Uni<Patient> shown(Mutiny.QueryProducer session, CustomFieldSight sight, Patient patient) {
        return shown(session, sight, List.of(patient)).map(patients -> patients.get(0));
    }

    /** Asks for the definitions only when there is something that may have to be hidden. */
    private static Uni<List<Patient>> shown(
            Mutiny.QueryProducer session, CustomFieldSight sight, List<Patient> patients) {
        boolean nothingToHide = patients.stream()
                .allMatch(patient -> patient.details().customFields().isEmpty());
        return sight == CustomFieldSight.ALL || nothingToHide
                ? Uni.createFrom().item(patients)
                : new CustomFieldStore(session).all().map(fields -> patients.stream()
                        .map(patient -> shown(fields, sight, patient))
                        .toList());
    }

    public Uni<Page<Patient>> list(PageRequest page, CustomFieldSight sight) {
        return transactions.read(LIST, desk -> {
            var patients = new Patients(desk.session(), desk.seals());
            return patients.page(page)
                    .map(rows -> Page.cut(rows, page.limit(), patients::opened))
                    .chain(found ->
                            shown(desk.session(), sight, found.items()).map(items -> new Page<>(items, found.more())));
        });
    }

    /** At most {@value #SEARCH_RESULTS_MAX}, in order of their numbers. */
    public Uni<List<Patient>> search(PatientSearch search, CustomFieldSight sight) {
        return transactions.read(SEARCH, desk -> {
            desk.journal().sought(search);
            var patients = new Patients(desk.session(), desk.seals());
            var tokens = new SearchTokens(desk.seals()).lookedUpBy(search.checked());
            return patients.filedUnder(tokens, SEARCH_RESULTS_MAX)
                    .map(rows -> rows.stream()
                            .map(patients::opened)
                            .filter(patient -> isFound(patient, search, desk.journal()))
                            .toList())
                    .chain(found -> shown(desk.session(), sight, found));
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
