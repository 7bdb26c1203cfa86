package dev.firstfill.prescribing;

import dev.firstfill.drugs.PackageSize;
import dev.firstfill.kernel.Decimals;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What is ordered, in codes, dates and quantities.
 *
 * @param quantity of one fill
 * @param unit what the quantity counts, as the drug's package did when the prescription was entered
 * @param daysSupply how many days one fill lasts
 * @param refillsAuthorised fills after the first
 * @param startsOn the first day on which it may be filled
 * @param expiresOn the last day on which it may be filled
 */
@Embeddable
record PrescriptionTerms(
        @Column(name = "quantity") BigDecimal quantity,
        @Column(name = "unit") @Enumerated(EnumType.STRING) PackageSize.Unit unit,
        @Column(name = "days_supply") int daysSupply,
        @Column(name = "refills_authorised") int refillsAuthorised,
        @Column(name = "written_on") LocalDate writtenOn,
        @Column(name = "starts_on") LocalDate startsOn,
        @Column(name = "expires_on") LocalDate expiresOn,

        @Column(name = "dispense_as_written") @Enumerated(EnumType.STRING)
        DispenseAsWritten dispenseAsWritten,

        @Column(name = "origin") @Enumerated(EnumType.STRING)
        PrescriptionOrigin origin,

        @Column(name = "dosing") @JdbcTypeCode(SqlTypes.JSON) @Nullable
        Dosing dosing) {

    /** The column pads quantities with zeros. */
    PrescriptionTerms plain() {
        return new PrescriptionTerms(
                Decimals.plain(quantity),
                unit,
                daysSupply,
                refillsAuthorised,
                writtenOn,
                startsOn,
                expiresOn,
                dispenseAsWritten,
                origin,
                dosing);
    }
}
