package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What has to be right before a dispense may leave the pharmacy. All are looked at when a pharmacist verifies, and again
 * when the box is handed over: between the two a lot is recalled, an authorisation ends, a payer takes its word back.
 */
@Schema(description = "What has to be right before a dispense may leave the pharmacy.")
public enum Gate {
    /** The order may be filled today. */
    @JsonProperty("prescription-valid")
    PRESCRIPTION_VALID(OverrideRight.NOBODY, PrescriptionGates::valid),
    /** It says what the drug is for, which no payer pays without. */
    @JsonProperty("diagnosis-coded")
    DIAGNOSIS_CODED(OverrideRight.NOBODY, PrescriptionGates::diagnosisCoded),
    /** The prescriber may practise, and prescribe controlled substances where this is one. */
    @JsonProperty("prescriber-licensed")
    PRESCRIBER_LICENSED(OverrideRight.NOBODY, PrescriptionGates::prescriberLicensed),
    /** Where the payer wants to be asked first, it was, and its leave covers this day and this quantity. */
    @JsonProperty("prior-authorisation")
    PRIOR_AUTHORISATION(OverrideRight.MANAGER, PaymentGates::priorAuthorisation),
    /** Somebody pays, or it is written down why nobody does. */
    @JsonProperty("claim-settled")
    CLAIM_SETTLED(OverrideRight.NOBODY, PaymentGates::claimSettled),
    /** The patient's share is paid, covered or forgone. */
    @JsonProperty("copay-settled")
    COPAY_SETTLED(OverrideRight.NOBODY, PaymentGates::copaySettled),
    /** Somebody has talked with the patient about the therapy, and not too long ago. */
    @JsonProperty("assessment-current")
    ASSESSMENT_CURRENT(OverrideRight.PHARMACIST, ClinicalGates::assessmentCurrent),
    /** The FDA's programme for the drug has given its leave. */
    @JsonProperty("rems-authorised")
    REMS_AUTHORISED(OverrideRight.NOBODY, ClinicalGates::remsAuthorised),
    /** The patient tolerated the first part of a split fill. */
    @JsonProperty("split-fill-tolerated")
    SPLIT_FILL_TOLERATED(OverrideRight.NOBODY, ClinicalGates::splitFillTolerated),
    /** The manufacturer lets this pharmacy dispense the drug. */
    @JsonProperty("distribution-allowed")
    DISTRIBUTION_ALLOWED(OverrideRight.NOBODY, StockGates::distributionAllowed),
    /** What was set aside may be used, until the patient has used it up. */
    @JsonProperty("lots-usable")
    LOTS_USABLE(OverrideRight.NOBODY, StockGates::lotsUsable),
    /** The box keeps its temperature for as long as it travels. */
    @JsonProperty("cold-chain-planned")
    COLD_CHAIN_PLANNED(OverrideRight.NOBODY, DeliveryGates::coldChainPlanned),
    /** The patient has said where the box is to go. */
    @JsonProperty("address-confirmed")
    ADDRESS_CONFIRMED(OverrideRight.NOBODY, DeliveryGates::addressConfirmed),
    /** The patient knows whether somebody has to sign for it. */
    @JsonProperty("signature-agreed")
    SIGNATURE_AGREED(OverrideRight.NOBODY, DeliveryGates::signatureAgreed);

    private final OverrideRight override;
    private final Function<GateFacts, Optional<ClosedGate.Finding>> rule;

    Gate(OverrideRight override, Function<GateFacts, Optional<ClosedGate.Finding>> rule) {
        this.override = override;
        this.rule = rule;
    }

    /** Who may decide that it does not hold a dispense up. */
    public OverrideRight override() {
        return override;
    }

    /** Those that are closed, overridden ones included, in the order in which they are declared. */
    static List<ClosedGate> closed(GateFacts facts) {
        return Arrays.stream(values())
                .flatMap(gate -> gate.look(facts).stream())
                .toList();
    }

    private Optional<ClosedGate> look(GateFacts facts) {
        return rule.apply(facts)
                .map(finding -> new ClosedGate(
                        this,
                        finding.fact(),
                        finding.remedy(),
                        facts.dispense().record().overrides().stream().anyMatch(other -> other.gate() == this)));
    }
}
