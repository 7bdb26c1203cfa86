package dev.firstfill.api.referrals;

import dev.firstfill.identifiers.Bin;
import dev.firstfill.identifiers.MemberId;
import dev.firstfill.identifiers.Pcn;
import dev.firstfill.identifiers.RxGroup;
import dev.firstfill.referrals.ReferredCoverage;
import dev.firstfill.referrals.ReferredPayerKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;

/** Who pays, as far as a bundle says a payer and a member: without both, nothing can be billed, and somebody asks. */
final class CoveragesInBundle {
    private static final int COVERAGES_MAX = 3;
    private static final int PAYER_MAX = 120;

    private final BundleIndex index;
    private final Patient patient;

    CoveragesInBundle(BundleIndex index, Patient patient) {
        this.index = index;
        this.patient = patient;
    }

    List<ReferredCoverage> referred() {
        return index.all(Coverage.class)
                .peek(coverage -> index.mustBeAbout(patient, coverage.getBeneficiary(), coverage, "beneficiary"))
                .filter(coverage -> coverage.getStatus() == Coverage.CoverageStatus.ACTIVE)
                .sorted(Comparator.comparing(coverage -> coverage.hasOrder() ? coverage.getOrder() : Integer.MAX_VALUE))
                .flatMap(coverage -> referred(coverage).stream())
                .limit(COVERAGES_MAX)
                .toList();
    }

    private Optional<ReferredCoverage> referred(Coverage said) {
        var payer = payer(said);
        var member = memberIds(said)
                .flatMap(id -> FhirText.identifier(id, MemberId::parse).stream())
                .findFirst();
        return payer.isEmpty() || member.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReferredCoverage(
                        FhirText.line(payer.get(), PAYER_MAX),
                        kind(said, payer.get()),
                        member.get(),
                        classified(said, "rxbin")
                                .flatMap(bin -> FhirText.identifier(bin, Bin::parse))
                                .orElse(null),
                        classified(said, "rxpcn")
                                .flatMap(pcn -> FhirText.identifier(pcn, Pcn::parse))
                                .orElse(null),
                        classified(said, "rxgroup")
                                .or(() -> classified(said, "group"))
                                .flatMap(group -> FhirText.identifier(group, RxGroup::parse))
                                .orElse(null)));
    }

    private Optional<String> payer(Coverage said) {
        return said.getPayor().stream()
                .flatMap(payor -> Optional.ofNullable(payor.getDisplay())
                        .or(() -> index.at(payor, Organization.class).map(Organization::getName))
                        .stream())
                .findFirst()
                .or(() -> FhirText.words(said.getType()))
                .filter(name -> !name.isBlank());
    }

    private static Stream<String> memberIds(Coverage said) {
        return Stream.concat(
                Stream.ofNullable(said.getSubscriberId()),
                said.getIdentifier().stream().map(Identifier::getValue).filter(value -> value != null));
    }

    private static Optional<String> classified(Coverage said, String kind) {
        return said.getClass_().stream()
                .filter(one -> one.getType().getCoding().stream().anyMatch(coding -> kind.equals(coding.getCode())))
                .map(Coverage.ClassComponent::getValue)
                .filter(value -> value != null)
                .findFirst();
    }

    /** By the words, since systems agree on no code. */
    private static ReferredPayerKind kind(Coverage said, String payer) {
        var words = Stream.of(payer, FhirText.words(said.getType()).orElse(""))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        boolean medicare = words.contains("medicare");
        boolean medicaid = words.contains("medicaid");
        if (words.contains("dual") || medicare && medicaid) {
            return ReferredPayerKind.DUAL;
        }
        if (medicare) {
            return ReferredPayerKind.MEDICARE;
        }
        if (medicaid) {
            return ReferredPayerKind.MEDICAID;
        }
        if (words.contains("tricare")) {
            return ReferredPayerKind.TRICARE;
        }
        return words.contains("veterans") ? ReferredPayerKind.VETERANS_AFFAIRS : ReferredPayerKind.COMMERCIAL;
    }
}
