package dev.firstfill.tasks;

import dev.firstfill.kernel.Ids;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Whose case it is. The cases know this context and not the other way round, so this is asked of their table, as the
 * foreign key asks it.
 */
final class KnownCases {
    // 12 digits are more cases than there will be, and fit a long.
    private static final Pattern NUMBER = Pattern.compile("[Cc]([1-9][0-9]{0,11})");
    private static final UUID NO_ID = new UUID(0, 0);

    private final Mutiny.QueryProducer session;

    KnownCases(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /** @param reference its id or number */
    Uni<TaskSubject> find(String reference) {
        var number = NUMBER.matcher(reference);
        return session.createNativeQuery("""
                        select c.patient_id, c.id from pharmacy.patient_case c where c.id = :id or c.number = :number
                        """, Object[].class)
                .setParameter("id", Ids.read(reference).orElse(NO_ID))
                .setParameter("number", number.matches() ? Long.parseLong(number.group(1)) : 0L)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(TaskRefusals.CaseOfTaskNotFound::new)
                .map(row -> new TaskSubject(new PatientId((UUID) row[0]), (UUID) row[1]));
    }

    /** A task that named one patient and the case of another would lead into the wrong record. */
    Uni<TaskSubject> of(PatientId patient, String reference) {
        return find(reference).invoke(found -> {
            if (!found.patient().equals(patient)) {
                throw new TaskRefusals.CaseOfTaskNotFound();
            }
        });
    }
}
