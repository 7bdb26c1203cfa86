package dev.firstfill.referrals;

import dev.firstfill.drugs.Drug;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which package of a drug an order is for that names the drug only. The largest that goes into the quantity without a
 * rest, since it is opened the least often; else the smallest. Of several alike the one with the lowest NDC, so that the
 * same order is always for the same package.
 */
final class PackageChoice {
    private PackageChoice() {}

    static Optional<Drug> of(List<Drug> packages, @Nullable BigDecimal quantity) {
        var bySize = Comparator.comparing(PackageChoice::size);
        var byNdc = Comparator.comparing((Drug drug) -> drug.details().ndc().digits());
        var fitting = packages.stream()
                .filter(drug ->
                        quantity != null && quantity.remainder(size(drug)).signum() == 0)
                .min(bySize.reversed().thenComparing(byNdc));
        return fitting.or(() -> packages.stream().min(bySize.thenComparing(byNdc)));
    }

    private static BigDecimal size(Drug drug) {
        return drug.details().packageSize().quantity();
    }
}
