package dev.firstfill.inventory;

import dev.firstfill.drugs.Storage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A place where stock is kept: a shelf, a refrigerator, a freezer. Never deleted, since movements name it. */
@Entity
@Table(name = "stock_location")
public class StockLocation {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "name")
    private String name;

    @Column(name = "storage", updatable = false)
    private String storage;

    @Column(name = "active")
    private boolean active;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway")
    protected StockLocation() {}

    @SuppressWarnings("NullAway")
    StockLocation(StockLocationId id, LocationDetails details, Instant now) {
        this.id = id.value();
        this.version = 1;
        this.storage = details.storage().name();
        this.createdAt = now;
        keep(details, now);
    }

    /** A refrigerator stays one: what lies in it was put there because of it. */
    void amend(LocationDetails changed, Instant now) {
        if (changed.storage() != storage()) {
            throw new InventoryRefusals.LocationStorageFixed();
        }
        keep(changed, now);
    }

    private void keep(LocationDetails details, Instant now) {
        this.name = details.name().strip();
        this.active = details.active();
        this.updatedAt = now;
    }

    /** Whether stock of this storage class may be put here now. */
    void mustTake(Storage needed) {
        if (!active) {
            throw new InventoryRefusals.LocationInactive();
        }
        if (needed != storage()) {
            throw new InventoryRefusals.StorageMismatch();
        }
    }

    public StockLocationId id() {
        return new StockLocationId(id);
    }

    public int version() {
        return version;
    }

    public LocationDetails details() {
        return new LocationDetails(name, storage(), active);
    }

    Storage storage() {
        return Storage.valueOf(storage);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
