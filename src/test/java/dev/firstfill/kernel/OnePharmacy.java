package dev.firstfill.kernel;

import dev.firstfill.local.LocalStack;
import dev.firstfill.local.Server;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The only pharmacy there is: a database of its own with the migrations as they are written, schema {@code pharmacy}
 * and all. Everything in this module works for it as for one of many, which is what its tests rely on.
 */
public final class OnePharmacy implements Transactions, AutoCloseable {
    private static final String[] ENTITIES = {
        "dev.firstfill.claims.ClaimRow",
        "dev.firstfill.assessments.AnswerRow",
        "dev.firstfill.authorisations.AuthorisationRow",
        "dev.firstfill.dispensing.DispenseRow",
        "dev.firstfill.dispensing.DispenseLotRow",
        "dev.firstfill.dispensing.DispenseEventRow",
        "dev.firstfill.assessments.AssessmentRow",
        "dev.firstfill.assessments.ConcernRow",
        "dev.firstfill.assessments.TemplateRow",
        "dev.firstfill.cases.CaseEventRow",
        "dev.firstfill.cases.CaseRow",
        "dev.firstfill.customfields.CustomField",
        "dev.firstfill.workflowsettings.SettingRow",
        "dev.firstfill.drugs.Drug",
        "dev.firstfill.emergency.EmergencyAccessRow",
        "dev.firstfill.imports.ImportJobRow",
        "dev.firstfill.inventory.ExcursionRow",
        "dev.firstfill.inventory.RecallRow",
        "dev.firstfill.recalls.RecallContactRow",
        "dev.firstfill.inventory.StockCountRow",
        "dev.firstfill.inventory.StockLevel",
        "dev.firstfill.inventory.StockLocation",
        "dev.firstfill.inventory.StockLot",
        "dev.firstfill.inventory.StockMovement",
        "dev.firstfill.inventory.StockPaper",
        "dev.firstfill.patients.PatientRow",
        "dev.firstfill.prescribers.Prescriber",
        "dev.firstfill.prescribing.Prescription",
        "dev.firstfill.prescribing.PrescriptionChange",
        "dev.firstfill.prescribing.RenewalRequestRow",
        "dev.firstfill.tasks.TaskRow",
        "dev.firstfill.referrals.ReferralRow",
    };

    private static final Colleague SOMEBODY = new Colleague("somebody", "Somebody");

    private final Mutiny.SessionFactory sessions;
    private final List<Consequence> consequences = new CopyOnWriteArrayList<>();
    private volatile Told lastTold = new Told(Act.of("do", "nothing"));

    private OnePharmacy(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    public static OnePharmacy open() {
        var superuser = LocalStack.named("check")
                .with(EnumSet.of(Server.POSTGRES))
                .start()
                .superuser();
        var database = "one_pharmacy_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = superuser.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        try (var connection = superuser.connect(database);
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin create role pharmacy_role; exception when duplicate_object then null; end $$;
                    create schema pharmacy;
                    """);
            for (var migration : migrations()) {
                statement.execute(migration);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new OnePharmacy(sessions(Map.of(
                "jakarta.persistence.jdbc.url",
                "postgresql://%s:%d/%s".formatted(superuser.host(), superuser.port(), database),
                "jakarta.persistence.jdbc.user",
                superuser.user(),
                "jakarta.persistence.jdbc.password",
                superuser.password(),
                "hibernate.connection.pool_size",
                "8",
                "hibernate.default_schema",
                "pharmacy",
                "jakarta.persistence.validation.mode",
                "none")));
    }

    private static Mutiny.SessionFactory sessions(Map<String, String> settings) {
        var configuration = new Configuration();
        Arrays.stream(ENTITIES).forEach(name -> {
            try {
                configuration.addAnnotatedClass(Class.forName(name));
            } catch (ClassNotFoundException missing) {
                throw new IllegalStateException(missing);
            }
        });
        var registry = new ReactiveServiceRegistryBuilder()
                .applySettings(Map.<String, Object>copyOf(settings))
                .applySetting("hibernate.type.json_format_mapper", new StoredJsonFormat())
                .build();
        return configuration.buildSessionFactory(registry).unwrap(Mutiny.SessionFactory.class);
    }

    private static Iterable<String> migrations() {
        try (var files = Files.list(Path.of("main/resources/db/tenant"))) {
            return files.sorted().map(OnePharmacy::text).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public <T> Uni<T> read(Act act, Function<Reading, Uni<T>> work) {
        var told = begin(act);
        return sessions.withStatelessSession(session -> work.apply(new Reading(session, seals(told), told)));
    }

    @Override
    public <T> Uni<T> write(Act act, Function<Writing, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var joined = joined();
            if (joined != null) {
                return joined.join(act, work);
            }
            var told = begin(act);
            return sessions.withTransaction((session, transaction) -> {
                var open = new Open(session, new ArrayList<>(List.of(told)));
                Vertx.currentContext().putLocal(Open.KEY, open);
                return work.apply(new Writing(session, seals(told), told))
                        .call(() -> follow(open, 0))
                        .eventually(() -> Vertx.currentContext().removeLocal(Open.KEY));
            });
        });
    }

    /** A transaction that is open in this context: a write inside a write joins it. */
    private record Open(Mutiny.Session session, List<Told> acts) {
        static final Object KEY = new Object();

        <T> Uni<T> join(Act act, Function<Writing, Uni<T>> work) {
            var told = new Told(act);
            acts.add(told);
            return work.apply(new Writing(session, seals(told), told));
        }

        List<Event> events() {
            return acts.stream().flatMap(told -> told.events.stream()).toList();
        }
    }

    private static @Nullable Open joined() {
        var context = Vertx.currentContext();
        return context == null ? null : context.getLocal(Open.KEY);
    }

    private Uni<Void> follow(Open open, int from) {
        var events = open.events();
        if (from == events.size()) {
            return Uni.createFrom().voidItem();
        }
        var followed = Uni.createFrom().voidItem();
        for (var consequence : consequences) {
            if (consequence.followsFrom(events.get(from))) {
                followed = followed.chain(() -> consequence.follow(events.get(from), SOMEBODY));
            }
        }
        return followed.chain(() -> follow(open, from + 1));
    }

    /** From now on this follows from what is announced. */
    public void following(Consequence consequence) {
        consequences.add(consequence);
    }

    private Told begin(Act act) {
        var told = new Told(act);
        lastTold = told;
        return told;
    }

    /** What the last act that began told of itself. */
    public Told told() {
        return lastTold;
    }

    /** Hides nothing, yet keeps a seal's promise: what was sealed for one place does not open in another. */
    private static Seals seals(Told told) {
        return new Seals() {
            @Override
            public byte[] seal(Place place, byte[] plain) {
                return (place + "\n" + new String(plain, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public byte[] open(Place place, byte[] sealed) {
                var text = new String(sealed, StandardCharsets.UTF_8);
                if (!text.startsWith(place + "\n")) {
                    throw new BrokenSeal(place, new IllegalArgumentException("sealed for another place"));
                }
                return text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public byte[] newKeyOf(UUID person) {
                return ("key of " + person).getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public OfPerson of(UUID person, byte[] wrappedKey) {
                if (!Arrays.equals(wrappedKey, newKeyOf(person))) {
                    throw new IllegalArgumentException("another person's key");
                }
                var pharmacys = this;
                return new OfPerson() {
                    @Override
                    public byte[] seal(Place place, byte[] plain) {
                        return pharmacys.seal(
                                place,
                                (person + "\n" + new String(plain, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8));
                    }

                    @Override
                    public byte[] open(Place place, byte[] sealed) {
                        told.opened(person);
                        var text = new String(pharmacys.open(place, sealed), StandardCharsets.UTF_8);
                        if (!text.startsWith(person + "\n")) {
                            throw new BrokenSeal(place, new IllegalArgumentException("sealed for another person"));
                        }
                        return text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
                    }
                };
            }

            @Override
            public long token(String kind, String value) {
                try {
                    var digest = MessageDigest.getInstance("SHA-256");
                    return ByteBuffer.wrap(digest.digest((kind + '\0' + value).getBytes(StandardCharsets.UTF_8)))
                            .getLong();
                } catch (GeneralSecurityException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        };
    }

    @Override
    public void close() {
        sessions.close();
    }
}
