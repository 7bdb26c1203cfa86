package dev.firstfill.api.problem;

import dev.firstfill.api.problem.Problem.FieldError;
import dev.firstfill.assessments.AssessmentFaults;
import dev.firstfill.customfields.CustomFieldsRefused;
import dev.firstfill.inventory.ReceiptRefused;
import dev.firstfill.kernel.Refusal;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The refusals that name places in the body: fields and questionnaires of the pharmacy's own, and deliveries. */
final class RefusedFields {
    private static final int UNPROCESSABLE = 422;

    @ServerExceptionMapper
    Response refused(CustomFieldsRefused refusal) {
        return answer(
                refusal,
                refusal.problems().stream()
                        .map(problem -> new FieldError(problem.pointer(), problem.code(), problem.message()))
                        .toList());
    }

    @ServerExceptionMapper
    Response refused(ReceiptRefused refusal) {
        return answer(
                refusal,
                refusal.problems().stream()
                        .map(problem -> new FieldError(problem.pointer(), problem.code(), problem.message()))
                        .toList());
    }

    @ServerExceptionMapper
    Response refused(AssessmentFaults refusal) {
        var errors = refusal.faults().stream()
                .map(fault -> new FieldError(fault.pointer(), fault.code(), fault.message()))
                .toList();
        return answer(refusal, errors);
    }

    private static Response answer(Refusal refusal, List<FieldError> errors) {
        var problem = new Problem(
                "/problems/" + refusal.code(),
                refusal.getMessage(),
                UNPROCESSABLE,
                null,
                refusal.code(),
                errors,
                List.of(),
                TraceId.current());
        return Response.status(UNPROCESSABLE)
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
