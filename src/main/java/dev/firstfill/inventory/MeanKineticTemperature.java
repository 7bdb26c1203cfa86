package dev.firstfill.inventory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The one temperature that would have done to a drug what the changing ones did (USP chapter 1079.2; Haynes, 1971), for
 * readings taken at equal intervals.
 */
final class MeanKineticTemperature {
    /** Activation energy over the gas constant: 83.144 kJ/mol by 8.3144 J/(mol K). */
    private static final double ACTIVATION_OVER_GAS_CONSTANT = 10_000.0;

    private static final double ZERO_CELSIUS = 273.15;

    private MeanKineticTemperature() {}

    /** @param celsius at least one reading, in degrees Celsius */
    static BigDecimal of(List<BigDecimal> celsius) {
        double mean = celsius.stream()
                .mapToDouble(
                        reading -> Math.exp(-ACTIVATION_OVER_GAS_CONSTANT / (reading.doubleValue() + ZERO_CELSIUS)))
                .average()
                .orElseThrow();
        double kelvin = ACTIVATION_OVER_GAS_CONSTANT / -Math.log(mean);
        return BigDecimal.valueOf(kelvin - ZERO_CELSIUS).setScale(2, RoundingMode.HALF_UP);
    }
}
