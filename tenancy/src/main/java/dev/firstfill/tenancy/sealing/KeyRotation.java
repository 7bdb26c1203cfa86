package dev.firstfill.tenancy.sealing;

import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.sealing.TenantKeys.Phase;
import dev.firstfill.tenancy.sealing.TenantKeys.Stored;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives a pharmacy a new sealing key while it is served, and takes the old one away.
 *
 * <p>First the new key is published: every replica can open with it. Then it is promoted: every replica seals with it.
 * Then all that older keys sealed is sealed anew, and the older keys go. Between the phases lies the time in which the
 * last replica must have noticed. How far it has come is kept in the catalogue, so a rotation that was killed is
 * taken up where it was; two at a time are refused.
 */
public final class KeyRotation {
    /**
     * A replica serves without a look at the catalogue for {@link Catalogue#STALE_AFTER} at most; whoever had fetched
     * the keys just then has been answered, and its statements have ended, in less than the rest.
     */
    public static final Duration SETTLED_AFTER = Catalogue.STALE_AFTER.multipliedBy(2);

    /** Long enough for whoever holds a row to be done with it. */
    private static final Duration BETWEEN_PASSES = Duration.ofMillis(200);

    private final LoginPools app;
    private final TenantKeys keys;
    private final TenantSchemas schemas;
    private final Function<Duration, Uni<Void>> waiting;

    /** What has been done, for whoever watches. */
    public sealed interface Progress {
        record Entered(Tenant tenant, String phase, Duration settlesIn) implements Progress {}

        record Resealed(Tenant tenant, String column, long rows) implements Progress {}
    }

    /**
     * @param phase empty when no rotation is under way
     * @param sealingKeys how many keys open what is sealed
     * @param ledgerKeys how many keys open what the ledger holds
     * @param underOlderKeys rows that an older key has sealed
     */
    public record Status(Optional<String> phase, int sealingKeys, int ledgerKeys, long underOlderKeys) {}

    /** @param app connections of the login firstfill_app, which can become the pharmacy's role */
    public KeyRotation(LoginPools app, TenantKeys keys, TenantSchemas schemas) {
        this(app, keys, schemas, KeyRotation::pause);
    }

    /** @param waiting until every replica has noticed, which takes the given time when nobody can be asked */
    public KeyRotation(LoginPools app, TenantKeys keys, TenantSchemas schemas, Function<Duration, Uni<Void>> waiting) {
        this.app = app;
        this.keys = keys;
        this.schemas = schemas;
        this.waiting = waiting;
    }

    private static Uni<Void> pause(Duration time) {
        return time.isPositive()
                ? Uni.createFrom().voidItem().onItem().delayIt().by(time)
                : Uni.createFrom().voidItem();
    }

    /** Begins a rotation, or ends one that was begun. */
    public Uni<Void> rotate(Tenant tenant, Consumer<Progress> progress) {
        return schemas.alone(
                tenant, () -> resealable(tenant).chain(columns -> new Run(tenant, columns, progress).next()));
    }

    /** Encrypts the pharmacy's keys with the key-encryption key that is configured now. */
    public Uni<Void> rewrap(Tenant tenant) {
        return schemas.alone(tenant, () -> keys.rewrap(tenant.id()));
    }

    public Uni<Status> status(Tenant tenant) {
        var run = resealable(tenant)
                .chain(columns -> keys.open(tenant.id()).chain(keysets -> left(tenant, columns, keysets)
                        .map(left -> new Status(
                                Optional.empty(),
                                keysets.sealing().size(),
                                keysets.ledger().size(),
                                left))));
        return keys.stored(tenant.id())
                .map(stored ->
                        stored.rotation().map(rotation -> rotation.phase().name()))
                .chain(phase -> run.map(status ->
                        new Status(phase, status.sealingKeys(), status.ledgerKeys(), status.underOlderKeys())));
    }

    private Uni<Long> left(Tenant tenant, List<ByteColumn> columns, OpenKeysets keysets) {
        return Multi.createFrom()
                .iterable(columns)
                .onItem()
                .transformToUniAndConcatenate(
                        column -> resealing(tenant, keysets, column).left())
                .collect()
                .with(Collectors.summingLong(rows -> rows));
    }

    /** Refuses before anything is changed when something could not be sealed anew: it would be lost with the old key. */
    private Uni<List<ByteColumn>> resealable(Tenant tenant) {
        return ByteColumns.of(tenant, node(tenant)).chain(columns -> {
            var own = columns.stream()
                    .filter(column -> !column.table().equals(TenantKeyset.LEDGER))
                    .filter(KeyRotation::isSealedByThePharmacy)
                    .toList();
            return Multi.createFrom()
                    .iterable(own)
                    .onItem()
                    .call(column -> mustBeUpdatable(tenant, column))
                    .collect()
                    .asList();
        });
    }

    private static boolean isSealedByThePharmacy(ByteColumn column) {
        return switch (column) {
            case ByteColumn.Plain plain -> false;
            case ByteColumn.Key key -> true;
            case ByteColumn.Sealed sealed -> sealed.orPharmacy();
        };
    }

    private Uni<Void> mustBeUpdatable(Tenant tenant, ByteColumn column) {
        return node(tenant)
                .preparedQuery("""
                        select pg_catalog.has_column_privilege($1::name, c.oid, $4, 'update') as may
                        from pg_catalog.pg_class c
                        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = $2 and c.relname = $3
                        """)
                .execute(Tuple.of(tenant.role(), tenant.schema(), column.table(), column.name()))
                .invoke(rows -> {
                    if (!rows.iterator().next().getBoolean("may")) {
                        throw new IllegalStateException(
                                "The pharmacy's role may not change %s.%s: it would be lost with the old key."
                                        .formatted(column.table(), column.name()));
                    }
                })
                .replaceWithVoid();
    }

    private Resealing resealing(Tenant tenant, OpenKeysets keysets, ByteColumn column) {
        return Resealing.of(node(tenant), tenant, keysets, column).orElseThrow();
    }

    private Pool node(Tenant tenant) {
        return app.on(tenant.node());
    }

    /** One rotation of one pharmacy. */
    private final class Run {
        private final Tenant tenant;
        private final List<ByteColumn> columns;
        private final Consumer<Progress> progress;

        Run(Tenant tenant, List<ByteColumn> columns, Consumer<Progress> progress) {
            this.tenant = tenant;
            this.columns = columns;
            this.progress = progress;
        }

        Uni<Void> next() {
            return keys.stored(tenant.id()).chain(this::from);
        }

        private Uni<Void> from(Stored stored) {
            var rotation = stored.rotation();
            if (rotation.isEmpty()) {
                return keys.advance(tenant.id(), null, Phase.PUBLISHED, OpenKeysets::published)
                        .chain(this::next);
            }
            var settlesIn = SETTLED_AFTER.minus(rotation.get().age());
            progress.accept(new Progress.Entered(tenant, rotation.get().phase().name(), settlesIn));
            var settled = waiting.apply(settlesIn);
            return switch (rotation.get().phase()) {
                case PUBLISHED ->
                    settled.chain(() ->
                                    keys.advance(tenant.id(), Phase.PUBLISHED, Phase.PROMOTED, OpenKeysets::promoted))
                            .chain(this::next);
                case PROMOTED ->
                    settled.chain(() -> keys.open(tenant.id()))
                            .chain(this::sealAllAnew)
                            .chain(() -> keys.advance(tenant.id(), Phase.PROMOTED, null, OpenKeysets::retired));
            };
        }

        private Uni<Void> sealAllAnew(OpenKeysets keysets) {
            return Multi.createFrom()
                    .iterable(columns)
                    .onItem()
                    .transformToUniAndConcatenate(column -> sealAnew(keysets, column))
                    .onItem()
                    .ignoreAsUni()
                    .chain(() -> left(tenant, columns, keysets))
                    .chain(left -> left == 0
                            ? Uni.createFrom().voidItem()
                            : pause(BETWEEN_PASSES).chain(() -> sealAllAnew(keysets)));
        }

        private Uni<Long> sealAnew(OpenKeysets keysets, ByteColumn column) {
            return resealing(tenant, keysets, column)
                    .pass()
                    .invoke(rows ->
                            progress.accept(new Progress.Resealed(tenant, column.table() + "." + column.name(), rows)));
        }
    }
}
