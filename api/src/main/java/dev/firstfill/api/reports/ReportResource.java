package dev.firstfill.api.reports;

import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.reports.DailyLogReport;
import dev.firstfill.reports.ExpiringAuthorisationsReport;
import dev.firstfill.reports.FillsDueReport;
import dev.firstfill.reports.OpenRecallsReport;
import dev.firstfill.reports.StockOnHandReport;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a pharmacy's people look at in the morning. */
@Path("/v1/reports")
@Produces({MediaType.APPLICATION_JSON, Sheet.MEDIA_TYPE})
@Tag(name = "Reports", description = "The day's work in tables, as JSON or, with Accept: text/csv, as CSV.")
public class ReportResource {
    private final FillsDueReport fillsDue;
    private final ExpiringAuthorisationsReport expiringAuthorisations;
    private final StockOnHandReport stockOnHand;
    private final DailyLogReport dailyLog;
    private final OpenRecallsReport openRecalls;
    private final Cursors cursors;
    private final Clock clock;

    ReportResource(
            FillsDueReport fillsDue,
            ExpiringAuthorisationsReport expiringAuthorisations,
            StockOnHandReport stockOnHand,
            DailyLogReport dailyLog,
            OpenRecallsReport openRecalls,
            Cursors cursors,
            Clock clock) {
        this.fillsDue = fillsDue;
        this.expiringAuthorisations = expiringAuthorisations;
        this.stockOnHand = stockOnHand;
        this.dailyLog = dailyLog;
        this.openRecalls = openRecalls;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GET
    @Path("/fills-due")
    @PermissionsAllowed(Names.REPORT_READ)
    @Operation(
            operationId = "getFillsDueReport",
            summary = "Read which fills are due",
            description = "Of each active prescription with fills left, the next one, before the last is used up; the"
                    + " rest of fills that were split; and what is queued and has not left.")
    @APIResponse(responseCode = "200", description = "At most 2000 rows.")
    public Uni<FillsDueView> fillsDue(
            @QueryParam("within")
                    @DefaultValue("P0D")
                    @Parameter(description = "From today on; what is overdue is always there.")
                    Days within,
            @QueryParam("lead")
                    @DefaultValue("P7D")
                    @Parameter(description = "How long before a supply is used up the next fill is due.")
                    Days lead) {
        return fillsDue.read(new FillsDueReport.Wish(within.count(), lead.count()))
                .map(FillsDueView::of);
    }

    @GET
    @Path("/authorisations-expiring")
    @PermissionsAllowed(Names.REPORT_READ)
    @Operation(
            operationId = "getExpiringAuthorisationsReport",
            summary = "Read which approvals of payers run out",
            description = "Those from which no other approval for the patient and the drug goes on without a gap.")
    @APIResponse(responseCode = "200", description = "At most 2000 rows.")
    public Uni<ExpiringAuthorisationsView> expiringAuthorisations(
            @QueryParam("within") @DefaultValue("P30D") @Parameter(description = "From today on.") Days within) {
        return expiringAuthorisations
                .read(new ExpiringAuthorisationsReport.Wish(within.count()))
                .map(ExpiringAuthorisationsView::of);
    }

    @GET
    @Path("/stock-on-hand")
    @PermissionsAllowed(Names.REPORT_READ)
    @Operation(operationId = "getStockOnHandReport", summary = "Read what lies on the shelves")
    @APIResponse(responseCode = "200", description = "At most 2000 rows.")
    public Uni<StockOnHandView> stockOnHand(
            @QueryParam("groupBy")
                    @DefaultValue("drug")
                    @Parameter(description = "What the stock of each drug is broken down by.")
                    Breakdown groupBy) {
        return stockOnHand.read(groupBy.grouping()).map(StockOnHandView::of);
    }

    @GET
    @Path("/daily-log")
    @PermissionsAllowed(Names.REPORT_READ)
    @Operation(
            operationId = "getDailyLog",
            summary = "Read all that happened to dispenses on a day",
            description = "In order, with who did it. A day with more than 2000 events goes on with nextCursor.")
    @APIResponse(responseCode = "200", description = "At most 2000 rows.")
    public Uni<DailyLogView> dailyLog(
            @QueryParam("on") @Nullable @Parameter(description = "A day of the pharmacy; today when absent.")
                    LocalDate on,
            @QueryParam("cursor") @Nullable @Parameter(description = "The nextCursor of the page before, of this day.")
                    String cursor) {
        var day = on == null ? LocalDate.now(clock) : on;
        var list = "daily-log/" + day;
        var after = cursors.page(list, null, Sort.OLDEST, cursor).after();
        return dailyLog.read(new DailyLogReport.Wish(day, after))
                .map(report -> DailyLogView.of(day, report, last -> cursors.after(last, list, Sort.OLDEST)));
    }

    @GET
    @Path("/recalls-open")
    @PermissionsAllowed(Names.REPORT_READ)
    @Operation(operationId = "getOpenRecallsReport", summary = "Read which recalls are open, and how far they reached")
    @APIResponse(responseCode = "200", description = "At most 2000 rows.")
    public Uni<OpenRecallsView> openRecalls() {
        return openRecalls.read().map(OpenRecallsView::of);
    }
}
