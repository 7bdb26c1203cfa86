package dev.firstfill.customfields;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.UniqueRule;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where a pharmacy says which fields of its own it records of its patients. */
@ApplicationScoped
public class CustomFieldDesk {
    private static final Act DEFINE = Act.of("define", "custom-field");
    private static final Act CHANGE = Act.of("change", "custom-field");
    private static final Act READ = Act.unrecorded("read", "custom-field");
    private static final Act LIST = Act.unrecorded("list", "custom-field");

    private static final UniqueRule KEY_UNIQUE = new UniqueRule("custom_field_pk", CustomFieldRefusals.KeyTaken::new);

    private final Transactions transactions;
    private final Clock clock;

    public CustomFieldDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<CustomField> define(CustomFieldDefinition definition) {
        return transactions.write(DEFINE, desk -> new CustomFieldStore(desk.session())
                .all()
                .map(present -> with(present, definition))
                .map(allowed -> new CustomField(new CustomFieldId(Ids.next()), definition, Now.by(clock)))
                .call(desk.session()::persist)
                .call(() -> KEY_UNIQUE.on(desk.session().flush()))
                .invoke(field -> desk.journal().changed(field.id().value(), null, null, definition)));
    }

    /** Refuses a hundred-and-first: the list as a whole has rules of its own. */
    private static CustomFields with(CustomFields present, CustomFieldDefinition definition) {
        if (present.definitions().stream().anyMatch(other -> other.key().equals(definition.key()))) {
            throw new CustomFieldRefusals.KeyTaken();
        }
        var all = new ArrayList<>(present.definitions());
        all.add(definition);
        return new CustomFields(all);
    }

    /** Replaces the definition. @param seen the version the caller saw; refused as stale when another is present */
    public Uni<CustomField> change(CustomFieldId id, int seen, CustomFieldDefinition definition) {
        return change(id, seen, present -> definition);
    }

    /** @param change makes the new definition of the present one; whatever it throws leaves all as it was */
    public Uni<CustomField> change(CustomFieldId id, int seen, UnaryOperator<CustomFieldDefinition> change) {
        return transactions.write(CHANGE, desk -> new CustomFieldStore(desk.session())
                .byId(id)
                .invoke(field -> {
                    StaleVersion.unless(field.version() == seen);
                    var before = field.definition();
                    field.change(change.apply(before), Now.by(clock));
                    desk.journal().changed(id.value(), null, before, field.definition());
                })
                .call(desk.session()::flush));
    }

    public Uni<CustomField> read(CustomFieldId id) {
        return transactions.read(READ, desk -> new CustomFieldStore(desk.session()).byId(id));
    }

    public Uni<List<CustomField>> list() {
        return transactions.read(LIST, desk -> new CustomFieldStore(desk.session()).list());
    }
}
