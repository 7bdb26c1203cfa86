package dev.firstfill.drugs;

import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.RxCui;
import java.math.BigDecimal;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The drugs of these tests. Whatever a test does not care about is the same for all of them. */
final class Packages {
    private Packages() {}

    static DrugDetails adalimumab(Ndc ndc) {
        return named(ndc, "Adalimumab Pen");
    }

    static DrugDetails named(Ndc ndc, String name) {
        return with(ndc, name, new BigDecimal("2"), false, null);
    }

    static DrugDetails sized(String quantity) {
        return with(Ndc.parse("0074-0554-02"), "Adalimumab Pen", new BigDecimal(quantity), false, null);
    }

    static DrugDetails underRems(boolean requiresRems, @Nullable String program) {
        return with(Ndc.parse("0074-0554-02"), "Adalimumab Pen", new BigDecimal("2"), requiresRems, program);
    }

    private static DrugDetails with(
            Ndc ndc, String name, BigDecimal quantity, boolean requiresRems, @Nullable String remsProgram) {
        return new DrugDetails(
                ndc,
                RxCui.parse("327361"),
                name,
                "40 mg/0.4 mL",
                "auto-injector",
                "Helix Therapeutics",
                new PackageSize(quantity, PackageSize.Unit.PEN),
                Storage.REFRIGERATED,
                requiresRems,
                remsProgram,
                true,
                null,
                ControlledSchedule.NONE);
    }

    /** Ten digits as labels print them, 4-4-2; unlikely that another test has them. */
    static Ndc anyNdc() {
        var random = ThreadLocalRandom.current();
        return Ndc.parse(
                "%04d-%04d-%02d".formatted(random.nextInt(10_000), random.nextInt(10_000), random.nextInt(100)));
    }

    /** Letters only, so in all likelihood no other test has it. */
    static String anyName() {
        return ThreadLocalRandom.current()
                .ints(8, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
