package dev.firstfill.reports;

import dev.firstfill.dispensing.RecallReach;
import dev.firstfill.dispensing.RecallReach.Reach;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.inventory.OpenRecalls;
import dev.firstfill.inventory.OpenRecalls.OpenRecall;
import dev.firstfill.inventory.Recall;
import dev.firstfill.inventory.RecallClass;
import dev.firstfill.inventory.RecallDepth;
import dev.firstfill.inventory.RecallId;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Reading;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Which recalls are open, what still lies there of them, and how many dispenses they reached. */
@ApplicationScoped
public class OpenRecallsReport {
    private static final Act READ = Act.of("read", "recalls-open-report");

    private final Transactions transactions;
    private final Clock clock;

    public OpenRecallsReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * One recall.
     *
     * @param reference the number of the notice
     * @param held at all places and of all owners, in units of the drug's package
     * @param dispensesSent left the pharmacy with such a lot; those that came back undelivered apart
     * @param dispensesInHouse hold such a lot and have not left
     */
    public record Called(
            RecallId recall,
            String reference,
            RecallClass recallClass,
            RecallDepth depth,
            Ndc ndc,
            String drug,
            List<String> lots,
            Instant openedAt,
            BigDecimal held,
            long dispensesSent,
            long dispensesInHouse) {
        public Called {
            lots = List.copyOf(lots);
        }
    }

    /** The one opened first comes first. */
    public Uni<Report<Called>> read() {
        return transactions.read(READ, desk -> {
            var reader = new Reader(desk.session(), desk.journal(), clock);
            return new OpenRecalls(desk.session()).all(Report.FETCHED).chain(open -> rows(desk, reader, open));
        });
    }

    private static Uni<Report<Called>> rows(Reading desk, Reader reader, List<OpenRecall> open) {
        var shown = open.stream().limit(Report.ROWS_MAX).toList();
        var recalls = shown.stream().map(OpenRecall::recall).toList();
        return new RecallReach(desk.session()).reachOf(recalls).chain(reach -> reader.drugs(
                        recalls.stream().map(Recall::drug).toList())
                .map(drugs -> reader.report(
                        shown.stream()
                                .map(row -> {
                                    var recall = row.recall();
                                    var drug = drugs.get(recall.drug()).details();
                                    var reached = reach.getOrDefault(recall.id(), Reach.NOBODY);
                                    return new Called(
                                            recall.id(),
                                            recall.reference(),
                                            recall.recallClass(),
                                            recall.depth(),
                                            drug.ndc(),
                                            drug.name(),
                                            recall.lotNumbers(),
                                            recall.openedAt(),
                                            row.held(),
                                            reached.sent(),
                                            reached.inHouse());
                                })
                                .toList(),
                        open.size() > Report.ROWS_MAX)));
    }
}
