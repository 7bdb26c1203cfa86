package dev.firstfill.tenancy.audit;

import dev.firstfill.tenancy.catalogue.TenantId;
import java.util.List;
import java.util.Optional;

/** Where checkpoints are kept for good: somewhere that whoever rules the database does not rule. May block. */
public interface CheckpointStore {

    /** Kept when this returns, even if the machine fails the next moment. */
    void add(Checkpoint checkpoint);

    /** The one added last. */
    Optional<Checkpoint> last(TenantId tenant);

    /** In the order in which they were added. */
    List<Checkpoint> of(TenantId tenant);
}
