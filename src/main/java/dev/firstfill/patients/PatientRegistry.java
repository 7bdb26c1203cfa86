package dev.firstfill.patients;

import dev.firstfill.customfields.CustomFieldStore;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

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
    private final Seals seals;
    private final Clock clock;

    public PatientRegistry(Transactions transactions, Seals seals, Clock clock) {
        this.transactions = transactions;
        this.seals = seals;
        this.clock = clock;
    }

    public Uni<Patient> register(PatientDetails details) {
        return transactions.write(REGISTER, session -> {
            var patients = new Patients(session, seals);
            return new CustomFieldStore(session)
                    .all()
                    .map(fields ->
                            fields.check(details.customFields(), Map.of()).orRefuse())
                    .map(details::withCustomFields)
                    .map(checked -> patients.sealed(new PatientId(Ids.next()), checked, Now.by(clock)))
                    .call(session::persist)
                    .call(session::flush)
                    .map(patients::opened);
        });
    }

    public Uni<Patient> read(PatientId id) {
        return transactions.read(READ, session -> {
            var patients = new Patients(session, seals);
            return patients.byId(id).map(patients::opened);
        });
    }

    public Uni<Patient> read(PatientNumber number) {
        return transactions.read(READ, session -> {
            var patients = new Patients(session, seals);
            return patients.byNumber(number).map(patients::opened);
        });
    }

    /** @param seen the version the caller saw; refused as stale when it is no longer the present one */
    public Uni<Patient> amend(PatientId id, int seen, PatientDetails details) {
        return transactions.write(AMEND, session -> {
            var patients = new Patients(session, seals);
            return patients.byId(id)
                    .invoke(row -> StaleVersion.unless(row.version() == seen))
                    .chain(row -> new CustomFieldStore(session)
                            .all()
                            .map(fields -> fields.check(
                                            details.customFields(),
                                            patients.opened(row).details().customFields())
                                    .orRefuse())
                            .map(details::withCustomFields)
                            .invoke(checked -> patients.amend(row, checked, Now.by(clock)))
                            .call(session::flush)
                            .replaceWith(row))
                    .map(patients::opened);
        });
    }

    public Uni<Page<Patient>> list(PageRequest page) {
        return transactions.read(LIST, session -> {
            var patients = new Patients(session, seals);
            return patients.page(page).map(rows -> Page.cut(rows, page.limit(), patients::opened));
        });
    }

    /** At most {@value #SEARCH_RESULTS_MAX}, in order of their numbers. */
    public Uni<List<Patient>> search(PatientSearch search) {
        return transactions.read(SEARCH, session -> {
            var patients = new Patients(session, seals);
            var tokens = new SearchTokens(seals).lookedUpBy(search.checked());
            return patients.filedUnder(tokens, SEARCH_RESULTS_MAX).map(rows -> rows.stream()
                    .map(patients::opened)
                    .filter(patient -> search.matches(patient.details()))
                    .toList());
        });
    }
}
