package dev.firstfill.api.assessments;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.assessments.Signatory;
import dev.firstfill.assessments.Signature;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who stands for an assessment. */
@Schema(name = "AssessmentSignature", description = "Who stands for an assessment, as what, since when.")
public record SignatureView(ColleagueView signedBy, Signatory signedAs, Instant signedAt) {
    static @Nullable SignatureView of(@Nullable Signature signature) {
        return signature == null
                ? null
                : new SignatureView(ColleagueView.of(signature.by()), signature.as(), signature.at());
    }
}
