package dev.firstfill.tenancy.command;

import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.migration.MigrationOutcome;
import dev.firstfill.tenancy.migration.MigrationPlan;
import dev.firstfill.tenancy.migration.Migrator;
import java.io.PrintWriter;
import java.util.List;

/** What {@code bin/tenant migrate} and {@code status} say. */
final class Migrating {
    private final Migrator migrator;
    private final PrintWriter out;
    private final PrintWriter err;

    Migrating(Migrator migrator, PrintWriter out, PrintWriter err) {
        this.migrator = migrator;
        this.out = out;
        this.err = err;
    }

    int plan() {
        var plans = migrator.plan().collect().asList().await().atMost(OperatorCommand.LONGEST_RUN);
        plans.forEach(this::tell);
        long pending = plans.stream().filter(plan -> !plan.files().isEmpty()).count();
        out.printf("%d of %d pharmacies would be migrated. Nothing was changed.%n", pending, plans.size());
        return plans.stream().allMatch(plan -> plan.obstacle().isEmpty())
                ? OperatorCommand.DONE
                : OperatorCommand.SOME_FAILED;
    }

    private void tell(MigrationPlan plan) {
        if (!plan.obstacle().isEmpty()) {
            err.printf("%s: cannot be migrated: %s%n", plan.tenant().slug(), plan.obstacle());
        }
        if (!plan.files().isEmpty()) {
            out.printf("%s: %s%n", plan.tenant().slug(), String.join(", ", plan.files()));
        }
    }

    int run(int workers, Actor actor) {
        var lines = new ProgressLines(out, Boolean.getBoolean("firstfill.terminal"));
        var outcomes = migrator.run(workers, actor, lines::tell).await().atMost(OperatorCommand.LONGEST_RUN);
        var migrated = of(MigrationOutcome.Migrated.class, outcomes);
        var upToDate = of(MigrationOutcome.UpToDate.class, outcomes);
        var failed = of(MigrationOutcome.Failed.class, outcomes);
        failed.forEach(failure ->
                err.printf("%s: %s (attempts: %d)%n", failure.tenant().slug(), failure.reason(), failure.attempts()));
        out.printf("%d migrated, %d were up to date, %d failed.%n", migrated.size(), upToDate.size(), failed.size());
        return failed.isEmpty() ? OperatorCommand.DONE : OperatorCommand.SOME_FAILED;
    }

    private static <T extends MigrationOutcome> List<T> of(Class<T> kind, List<MigrationOutcome> outcomes) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    void tellStatus() {
        var status = migrator.status().await().atMost(OperatorCommand.LONGEST_STEP);
        status.tenantsByVersion().forEach((version, count) -> out.printf("version %-4d %d%n", version, count));
        out.printf(
                "%d of %d are behind version %d, which this program needs.%n",
                status.behind(), status.total(), status.needed());
    }
}
