package dev.firstfill.inventory;

import dev.firstfill.kernel.Refusal;
import java.util.List;

/** A delivery that cannot be taken in as it was entered; nothing of it was. */
public final class ReceiptRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    // Refusals are serializable by descent only; nobody serializes them.
    private final transient List<ReceiptProblem> problems;

    ReceiptRefused(List<ReceiptProblem> problems) {
        super(Kind.UNPROCESSABLE, "stock-receipt-refused", "The delivery cannot be taken in as it was entered.");
        this.problems = List.copyOf(problems);
    }

    public List<ReceiptProblem> problems() {
        return problems;
    }
}
