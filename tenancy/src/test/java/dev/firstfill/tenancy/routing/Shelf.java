package dev.firstfill.tenancy.routing;

import dev.firstfill.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A shelf of the fixture's storehouse; the first of every pharmacy has the number 101. */
@Entity
@Table(name = "shelf")
class Shelf {
    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "label")
    private String label;

    @Column(name = "cold")
    private boolean cold;

    protected Shelf() {}

    Shelf(String label) {
        this.id = Ids.next();
        this.label = label;
    }
}
