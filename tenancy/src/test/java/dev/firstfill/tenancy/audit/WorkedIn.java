package dev.firstfill.tenancy.audit;

import static dev.firstfill.tenancy.OnePlatform.await;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Pharmacies with eight records and a checkpoint each, for tests of other packages. */
public final class WorkedIn implements AutoCloseable {
    private final AuditedPharmacies pharmacies = new AuditedPharmacies();

    public Tenant pharmacy(NewTenant wish) {
        var tenant = pharmacies.opened(wish);
        pharmacies.morning(tenant, "Marisol", "Vega");
        await(pharmacies.notary.round());
        return tenant;
    }

    public Map<String, String> environment() {
        var environment = new HashMap<>(pharmacies.platform.environment());
        environment.put("FIRSTFILL_CHECKPOINTS", pharmacies.checkpointFolder.toString());
        environment.put("FIRSTFILL_SIGNING_KEY_FILE", pharmacies.keyFile.toString());
        return environment;
    }

    public void asSuperuser(String sql) {
        pharmacies.platform.asSuperuser(sql);
    }

    /** What somebody can do who rules the machine, without the notary's key. */
    public void signEverythingAnewWithAnotherKey(Tenant tenant) throws IOException {
        var forger =
                NotaryKey.openOrCreate(pharmacies.keyFile.resolveSibling("forger.json"), OnePlatform.keyEncryption());
        var hash = pharmacies.platform.column(
                "select encode(hash, 'hex') from %s.audit_record where seq = 8".formatted(tenant.schema()));
        var head = new Head(8, HexFormat.of().parseHex(hash.get(0)));
        Files.delete(pharmacies.checkpointFolder.resolve(tenant.id() + ".ndjson"));
        asSuperuser("delete from control.audit_checkpoint");
        pharmacies.store.publish(forger);
        pharmacies.store.add(Checkpoint.signed(tenant.id(), head, Instant.EPOCH, null, forger));
    }

    @Override
    public void close() {
        pharmacies.close();
    }
}
