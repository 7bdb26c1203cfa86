package dev.firstfill.api.referrals;

import dev.firstfill.identifiers.PhoneNumber;
import dev.firstfill.prescribers.Office;
import dev.firstfill.prescribers.OfficeAddress;
import dev.firstfill.prescribers.OfficePhone;
import dev.firstfill.prescribers.PrescriberName;
import dev.firstfill.referrals.ReferringPrescriber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Who ordered: a practitioner, or one in a role. Somebody who is not in the bundle is asked for. */
final class PrescriberInBundle {
    private static final String NPI = "http://hl7.org/fhir/sid/us-npi";
    private static final String OFFICE = "Office";
    private static final int PHONES_MAX = 10;

    private final BundleIndex index;
    private final MedicationRequest order;

    PrescriberInBundle(BundleIndex index, MedicationRequest order) {
        this.index = index;
        this.order = order;
    }

    Optional<Practitioner> practitioner() {
        return index.at(order.getRequester(), Practitioner.class)
                .or(() -> index.at(order.getRequester(), PractitionerRole.class)
                        .flatMap(role -> index.at(role.getPractitioner(), Practitioner.class)));
    }

    @Nullable
    ReferringPrescriber referring() {
        return practitioner()
                .map(found -> new ReferringPrescriber(
                        found.getIdentifier().stream()
                                .filter(identifier -> NPI.equals(identifier.getSystem()))
                                .map(Identifier::getValue)
                                .filter(value -> value != null)
                                .findFirst()
                                .orElse(null),
                        name(found),
                        office(found)))
                .orElse(null);
    }

    private static @Nullable PrescriberName name(Practitioner found) {
        return found.getName().stream()
                .filter(name -> name.hasFamily() && !name.getGiven().isEmpty())
                .map(name -> new PrescriberName(
                        name.getGiven().stream().map(StringType::getValue).collect(Collectors.joining(" ")),
                        null,
                        name.getFamily(),
                        null,
                        null))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Office office(Practitioner found) {
        return found.getAddress().stream()
                .flatMap(address -> PatientInBundle.address(address).stream())
                .map(read -> new OfficeAddress(read.line1(), read.line2(), read.city(), read.state(), read.zip()))
                .map(address -> new Office(OFFICE, address, phones(found), null))
                .findFirst()
                .orElse(null);
    }

    private static List<OfficePhone> phones(Practitioner found) {
        return found.getTelecom().stream()
                .filter(said -> PatientInBundle.isPhone(said) || isFax(said))
                .flatMap(said -> FhirText.identifier(said.getValue(), PhoneNumber::parse).stream()
                        .map(number ->
                                new OfficePhone(isFax(said) ? OfficePhone.Use.FAX : OfficePhone.Use.MAIN, number)))
                .distinct()
                .limit(PHONES_MAX)
                .toList();
    }

    private static boolean isFax(ContactPoint said) {
        return said.getSystem() == ContactPoint.ContactPointSystem.FAX;
    }
}
