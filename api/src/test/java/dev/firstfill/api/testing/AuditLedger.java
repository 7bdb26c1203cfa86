package dev.firstfill.api.testing;

import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import java.sql.SQLException;

/** A pharmacy's audit ledger as it is stored, seen without the program that wrote it. */
public final class AuditLedger {
    private static final LocalStack STACK = LocalStack.named(RealStack.NAME).start();

    private AuditLedger() {}

    /** Those of people and their programs: what the platform does by itself, it does at its own time. */
    public static long records(Tenant pharmacy) {
        try (var connection = STACK.superuser().connect("firstfill");
                var query = connection.createStatement();
                var row = query.executeQuery(
                        "select count(*) from " + pharmacy.schema() + ".audit_record where actor <> 'platform'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
