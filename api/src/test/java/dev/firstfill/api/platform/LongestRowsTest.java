package dev.firstfill.api.platform;

import static dev.firstfill.api.platform.Longest.code;
import static dev.firstfill.api.platform.Longest.codes;
import static dev.firstfill.api.platform.Longest.colleague;
import static dev.firstfill.api.platform.Longest.colleagueName;
import static dev.firstfill.api.platform.Longest.document;
import static dev.firstfill.api.platform.Longest.json;
import static dev.firstfill.api.platform.Longest.said;
import static dev.firstfill.api.platform.Longest.sealed;
import static dev.firstfill.api.platform.Longest.text;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.api.cases.NewContactAttempt;
import dev.firstfill.api.emergency.NewEmergencyAccess;
import dev.firstfill.api.emergency.NewEmergencyReview;
import dev.firstfill.api.inventory.NewAdjustment;
import dev.firstfill.api.prescribing.NewTransfer;
import dev.firstfill.api.recalls.NewRecallContact;
import dev.firstfill.api.tasks.NewCompletion;
import dev.firstfill.api.tasks.NewSnooze;
import dev.firstfill.api.tasks.NewTaskBody;
import dev.firstfill.assessments.TemplateContent;
import dev.firstfill.authorisations.AuthorisationDetails;
import dev.firstfill.customfields.CustomFieldDefinition;
import dev.firstfill.customfields.CustomFieldType;
import dev.firstfill.dispensing.PastLot;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.inventory.StockReceipt;
import dev.firstfill.local.LocalStack;
import dev.firstfill.local.Server;
import dev.firstfill.patients.Coverage;
import dev.firstfill.prescribing.Dosing;
import dev.firstfill.prescribing.NewRenewalRequest;
import dev.firstfill.prescribing.PrescriptionDetails;
import dev.firstfill.prescribing.RenewalAnswer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Tables without a TOAST table cannot put anything aside: a row that does not fit a page is an error. So each of their
 * columns is filled with the longest that anybody can write there, all of them at once, whether or not that makes sense.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LongestRowsTest {
    private static final String ICD10 = "X99.XXXX";

    /** Constants of enumerations, ids and the like need no entry of their own. */
    private static final Map<String, Object> LONGEST = Map.ofEntries(
            entry("case_event.facts", json(Map.of("move", code(), "reason", code(), "information", codes(20 * 61)))),
            entry("case_event.note", sealed(said(NewContactAttempt.class, "note"))),
            entry("claim.failure", code()),
            entry("claim.ndc", code()),
            entry("claim.record", sealed(claim())),
            entry("claim.reject_codes", codesOf(5, "XXX")),
            entry("custom_field.definition", json(fieldOfChoices(40))),
            entry("custom_field.key", code()),
            entry("dispense_event.facts", json(Map.of("reason", code(), "quantity", code(), "part", code()))),
            entry("dispense_lot.lot_number", said(PastLot.class, "lotNumber")),
            entry("drug.details", json(document(DrugDetails.class))),
            entry("drug.name_folded", text(200)),
            entry("emergency_access.note", sealed(said(NewEmergencyReview.class, "note"))),
            entry("emergency_access.reason", sealed(said(NewEmergencyAccess.class, "reason"))),
            entry("import_line.pointer", codes(200)),
            entry("assessment_answer.choices", codesOf(TemplateContent.OPTIONS_MAX, code())),
            entry("outbox_event.failure", codes(200)),
            entry("patient_key.wrapped", sealed(new byte[32])),
            entry("prescription.dosing", json(document(Dosing.class))),
            entry("prescription.icd10_codes", codesOf(12, ICD10)),
            entry("prescription.record", sealed(prescription())),
            entry(
                    "prior_authorisation.record",
                    sealed(Map.of(
                            "payer", said(AuthorisationDetails.class, "payer"),
                            "number", said(AuthorisationDetails.class, "number"),
                            "note", said(AuthorisationDetails.class, "note")))),
            entry("recall_contact.record", sealed(Map.of("note", said(NewRecallContact.class, "note")))),
            entry(
                    "renewal_request.record",
                    sealed(Map.of(
                            "note", said(NewRenewalRequest.class, "note"),
                            "answer", said(RenewalAnswer.class, "note")))),
            entry("stock_movement.reason", sealed(said(NewAdjustment.class, "reason"))),
            entry("stock_movement.reference", said(StockReceipt.class, "transactionReference")),
            entry(
                    "task.notes",
                    sealed(Map.of(
                            "opened", said(NewTaskBody.class, "note"),
                            "snoozed", said(NewSnooze.class, "reason"),
                            "closed", said(NewCompletion.class, "note")))));

    private static Connection database;

    @BeforeAll
    static void open() throws Exception {
        var superuser = LocalStack.named("check")
                .with(EnumSet.of(Server.POSTGRES))
                .start()
                .superuser();
        var name = "longest_rows_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = superuser.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        database = superuser.connect(name);
        execute("""
                do $$ begin create role pharmacy_role; exception when duplicate_object then null; end $$;
                create schema pharmacy;
                """);
        for (var migration : migrations()) {
            execute(Files.readString(migration));
        }
        execute("set session_replication_role = replica");
        for (var check : texts("""
                select format('alter table %s drop constraint %I', conrelid::regclass, conname)
                from pg_constraint
                where contype = 'c' and connamespace = 'pharmacy'::regnamespace
                """)) {
            execute(check);
        }
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.list(Path.of("../src/main/resources/db/tenant"))) {
            return files.sorted().toList();
        }
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Test
    void the_longest_row_of_each_table_without_toast_fits_a_page() throws SQLException {
        var tables = texts("""
                select relname from pg_class
                where relnamespace = 'pharmacy'::regnamespace and relkind = 'r' and reltoastrelid = 0
                order by 1
                """);

        assertThat(tables).contains("drug", "prescription", "claim");
        for (var table : tables) {
            assertThatCode(() -> insert(table, LONGEST)).as(table).doesNotThrowAnyException();
        }
    }

    @Test
    void a_row_that_is_longer_than_a_page_is_refused_by_the_database() {
        Map<String, Object> longer = new java.util.HashMap<>(LONGEST);
        longer.put("drug.name_folded", text(2_700));

        assertThatThrownBy(() -> insert("drug", longer)).hasMessageContaining("row is too big");
    }

    @Test
    void every_longest_value_has_its_column() throws SQLException {
        assertThat(texts("""
                select table_name || '.' || column_name from information_schema.columns where table_schema = 'pharmacy'
                """)).containsAll(LONGEST.keySet());
    }

    /** @param name of the column
     * @param type as PostgreSQL writes it */
    private record Column(String name, String type) {}

    private static void insert(String table, Map<String, Object> longest) throws SQLException {
        var columns = columns(table);
        var names = String.join(", ", columns.stream().map(Column::name).toList());
        var values = String.join(
                ", ", columns.stream().map(column -> "?::" + column.type()).toList());
        try (var insert = database.prepareStatement(
                "insert into pharmacy.%s (%s) overriding system value values (%s)".formatted(table, names, values))) {
            for (int i = 0; i < columns.size(); i++) {
                put(insert, i + 1, value(table, columns.get(i), longest));
            }
            assertThat(insert.executeUpdate()).isOne();
        }
    }

    private static void put(PreparedStatement insert, int place, Object value) throws SQLException {
        switch (value) {
            case byte[] bytes -> insert.setBytes(place, bytes);
            case String[] texts -> insert.setArray(place, database.createArrayOf("text", texts));
            default -> insert.setString(place, value.toString());
        }
    }

    private static List<Column> columns(String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var query = database.prepareStatement("""
                select attname, format_type(atttypid, atttypmod)
                from pg_attribute
                where attrelid = ('pharmacy.' || ?)::regclass and attnum > 0 and not attisdropped
                """)) {
            query.setString(1, table);
            var rows = query.executeQuery();
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2)));
            }
        }
        return columns;
    }

    private static Object value(String table, Column column, Map<String, Object> longest) {
        var said = longest.get(table + "." + column.name());
        return said != null ? said : usual(table, column);
    }

    /** What follows from the type, or from the name by which columns of one kind are called everywhere. */
    private static Object usual(String table, Column column) {
        return switch (column.type()) {
            case "uuid" -> UUID.randomUUID();
            case "integer" -> Integer.MAX_VALUE;
            case "smallint" -> Short.MAX_VALUE;
            case "bigint" -> Long.MAX_VALUE;
            case "boolean" -> true;
            case "date" -> "9999-12-31";
            case "timestamp with time zone" -> "9999-12-31T23:59:59.999999Z";
            case "numeric" -> "999999999.999999";
            case "text" ->
                column.name().endsWith("_name")
                        ? colleagueName()
                        : column.name().matches(".*_(by|id)") ? colleague() : code();
            default -> ofLength(table, column);
        };
    }

    private static Object ofLength(String table, Column column) {
        var numbers = column.type().replaceAll("[^0-9,]", "").split(",");
        if (column.type().startsWith("numeric(")) {
            int digits = Integer.parseInt(numbers[0]);
            int decimals = Integer.parseInt(numbers[1]);
            return new BigDecimal(java.math.BigInteger.TEN.pow(digits).subtract(java.math.BigInteger.ONE), decimals);
        }
        if (column.type().startsWith("character varying(")) {
            return text(Integer.parseInt(numbers[0]));
        }
        throw new AssertionError("How long %s.%s gets is not said here.".formatted(table, column.name()));
    }

    private static Map<String, Object> prescription() {
        return Map.of(
                "sig", said(PrescriptionDetails.class, "sig"),
                "clinicalIndication", said(PrescriptionDetails.class, "clinicalIndication"),
                "note", said(PrescriptionDetails.class, "note"),
                "transferredTo", said(NewTransfer.class, "name"));
    }

    private static Map<String, Object> claim() {
        return Map.ofEntries(
                entry("payer", said(Coverage.class, "payer")),
                entry("memberId", code()),
                entry("bin", code()),
                entry("pcn", code()),
                entry("group", code()),
                entry("personCode", code()),
                entry("diagnoses", List.of(codesOf(5, ICD10))),
                entry("prescriptionNumber", code()),
                entry("authorisation", text(20)),
                entry("message", text(200)));
    }

    private static String[] codesOf(int number, String code) {
        return Collections.nCopies(number, code).toArray(String[]::new);
    }

    /** A legal one; a longer one is none. */
    private static CustomFieldDefinition fieldOfChoices(int characters) {
        var options = IntStream.range(0, CustomFieldDefinition.MAX_OPTIONS)
                .mapToObj(option -> text(characters - 2) + (10 + option))
                .toList();
        return new CustomFieldDefinition(
                "k".repeat(40), text(80), CustomFieldType.MULTI_CHOICE, true, null, null, null, options, true, true);
    }

    private static void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(Objects.requireNonNull(rows.getString(1)));
            }
            return texts;
        }
    }
}
