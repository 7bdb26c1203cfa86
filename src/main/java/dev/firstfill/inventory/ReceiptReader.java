package dev.firstfill.inventory;

import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugReference;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientReference;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Understands a delivery: looks up what its lines name, and gathers all that is wrong with them. */
final class ReceiptReader {
    private final Formulary formulary;
    private final StockLocations locations;
    private final PatientChart chart;
    private final LocalDate today;
    private final List<ReceiptProblem> problems = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();

    ReceiptReader(Mutiny.Session session, Seals seals, LocalDate today) {
        this.formulary = new Formulary(session);
        this.locations = new StockLocations(session);
        this.chart = new PatientChart(session, seals);
        this.today = today;
    }

    /** @throws ReceiptRefused naming everything that is wrong */
    Uni<List<Arrival>> read(StockReceipt receipt) {
        var lines = new LinkedHashMap<String, ReceiptLine>();
        receipt.lines().forEach(line -> lines.put("/lines/" + lines.size(), line));
        return StockBook.each(lines.entrySet(), line -> read(line.getKey(), line.getValue()))
                .map(done -> {
                    refuseRepeatedSerials();
                    if (!problems.isEmpty()) {
                        throw new ReceiptRefused(problems);
                    }
                    return List.copyOf(arrivals);
                });
    }

    private Uni<Void> read(String pointer, ReceiptLine line) {
        var check = new ReceiptLineCheck(pointer, line, today);
        return drug(check, line)
                .chain(drug -> found(() -> locations.find(line.location())).chain(location -> patient(line)
                        .invoke(patient ->
                                arrives(check, drug.orElse(null), location.orElse(null), patient.orElse(null)))))
                .replaceWithVoid();
    }

    private void arrives(
            ReceiptLineCheck check,
            @Nullable Drug drug,
            @Nullable StockLocation location,
            @Nullable PatientId patient) {
        check.arrival(drug, location, patient).ifPresent(arrivals::add);
        problems.addAll(check.problems());
    }

    /** The drug that is typed, if the bar code may stand for it; otherwise the one drug it may stand for. */
    private Uni<Optional<Drug>> drug(ReceiptLineCheck check, ReceiptLine line) {
        var typed = line.drug();
        var scanned = check.packages();
        if (typed != null) {
            return found(() -> formulary.drug(DrugReference.of(typed)))
                    .invoke(found -> found.filter(drug -> !scanned.isEmpty()
                                    && !scanned.contains(drug.details().ndc()))
                            .ifPresent(other -> check.contradicts("drug")));
        }
        var candidates = new ArrayList<Drug>();
        return StockBook.each(scanned, ndc -> found(() -> formulary.drug(new DrugReference.ByNdc(ndc)))
                        .invoke(found -> found.ifPresent(candidates::add)))
                .map(all -> {
                    if (candidates.size() > 1) {
                        check.isAmbiguous();
                    }
                    return candidates.stream().findFirst();
                });
    }

    private Uni<Optional<PatientId>> patient(ReceiptLine line) {
        var typed = line.patient();
        return typed == null
                ? Uni.createFrom().item(Optional.empty())
                : found(() -> chart.identified(PatientReference.of(typed)));
    }

    /** What is not there is a problem of the line, not of the address. */
    private static <T> Uni<Optional<T>> found(Supplier<Uni<? extends T>> lookup) {
        return Uni.createFrom()
                .deferred(lookup)
                .map(Optional::<T>of)
                .onFailure(Refusal.class)
                .recoverWithItem(Optional.empty());
    }

    private void refuseRepeatedSerials() {
        var seen = new ArrayList<String>();
        arrivals.forEach(arrival ->
                arrival.serials().forEach(serial -> seen.add(arrival.lot().drug() + " " + serial)));
        if (seen.stream().distinct().count() < seen.size()) {
            problems.add(ReceiptRule.SERIAL_REPEATED.brokenAt("/lines"));
        }
    }
}
