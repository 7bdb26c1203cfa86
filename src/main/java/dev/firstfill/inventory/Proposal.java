package dev.firstfill.inventory;

import dev.firstfill.kernel.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Which lots to take from, earliest expiry first. Nothing is kept by proposing. */
public sealed interface Proposal {
    /** Empty when nothing is free. */
    List<LotShare> shares();

    /** The shares come to what was wanted. */
    record Enough(List<LotShare> shares) implements Proposal {
        public Enough {
            shares = List.copyOf(shares);
        }
    }

    /**
     * All that is free does not come to what was wanted.
     *
     * @param missing in units of the drug's package
     */
    record Short(List<LotShare> shares, BigDecimal missing) implements Proposal {
        public Short {
            shares = List.copyOf(shares);
        }
    }

    /** @param free in the order in which it is to be taken */
    static Proposal from(List<LotShare> free, BigDecimal wanted) {
        var shares = new ArrayList<LotShare>();
        var missing = wanted;
        for (var share : free) {
            if (missing.signum() == 0) {
                break;
            }
            var taken = share.quantity().min(missing);
            shares.add(new LotShare(share.lot(), Decimals.plain(taken)));
            missing = missing.subtract(taken);
        }
        return missing.signum() == 0 ? new Enough(shares) : new Short(shares, Decimals.plain(missing));
    }
}
