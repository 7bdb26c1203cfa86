package dev.firstfill.api.assessments;

import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.assessments.AnswerReportDesk;
import dev.firstfill.assessments.AnswerReportQuery;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Answers of many patients, looked at together. */
@Path("/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessments", description = "What patients were asked, and answered.")
public class AnswerReportResource {
    private final AnswerReportDesk desk;
    private final Cursors cursors;

    AnswerReportResource(AnswerReportDesk desk, Cursors cursors) {
        this.desk = desk;
        this.cursors = cursors;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/answer-report")
    @PermissionsAllowed(Names.ASSESSMENT_READ)
    @Operation(
            operationId = "reportAnswers",
            summary = "Find who answered a question so",
            description = "Such as all who have rheumatoid arthritis and named cost as a barrier. Counts what is signed"
                    + " and was not amended. The ledger names everybody who is shown.")
    @APIResponse(responseCode = "200", description = "Whoever was found, perhaps nobody.")
    @APIResponse(responseCode = "422", description = "No template asks this question, or it has no such answers.")
    public Uni<AnswerReport> report(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor,
            @Valid AnswerReportQuery body) {
        // Bound to the question as well: a place in one report is no place in another.
        var list = "answer-report/" + body;
        return desk.report(body, cursors.page(list, limit, sort, cursor))
                .map(found -> new AnswerReport(
                        found.items().stream().map(ReportedAnswerView::of).toList(),
                        found.goesOnAfter() == null ? null : cursors.after(found.goesOnAfter(), list, sort)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/answer-distribution")
    @PermissionsAllowed(Names.ASSESSMENT_READ)
    @Operation(operationId = "countAnswers", summary = "Count how often a question was answered how")
    @APIResponse(responseCode = "200", description = "How often each value was answered.")
    @APIResponse(responseCode = "422", description = "No template asks this question, or it has no such answers.")
    public Uni<AnswerDistributionView> distribution(@Valid AnswerReportQuery body) {
        return desk.distribution(body).map(AnswerDistributionView::of);
    }
}
