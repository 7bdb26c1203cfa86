package dev.firstfill.prescribing;

import dev.firstfill.drugs.ControlledSchedule;
import java.time.LocalDate;

/**
 * How long and how often a prescription may be filled, by federal law where there is one and by custom where there is
 * none. Many states are stricter; their rules will be settings of the pharmacy, and until then a shorter expiry or
 * fewer refills are given with the prescription.
 */
final class LegalLimits {
    /** What NCPDP has digits for. */
    private static final int REFILLS_MAX = 99;

    /** 21 CFR 1306.22(a). */
    private static final int REFILLS_OF_III_AND_IV = 5;

    private static final int MONTHS_OF_III_AND_IV = 6;

    private LegalLimits() {}

    static int refills(ControlledSchedule schedule) {
        return switch (schedule) {
            // 21 CFR 1306.12(a): the refilling of a prescription in Schedule II is prohibited.
            case II -> 0;
            case III, IV -> REFILLS_OF_III_AND_IV;
            case NONE, V -> REFILLS_MAX;
        };
    }

    /** The last day of filling. No federal rule ends the others; a year is what states commonly allow. */
    static LocalDate lastDay(LocalDate writtenOn, ControlledSchedule schedule) {
        return switch (schedule) {
            case III, IV -> writtenOn.plusMonths(MONTHS_OF_III_AND_IV);
            case NONE, II, V -> writtenOn.plusYears(1);
        };
    }
}
