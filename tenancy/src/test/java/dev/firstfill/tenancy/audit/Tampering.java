package dev.firstfill.tenancy.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way in which somebody who rules the database may change a ledger, done to it at random, and what must be said of
 * it. The connection is a superuser's; whoever called rolls back.
 */
enum Tampering {
    EDIT_A_COLUMN {
        @Override
        Outcome doTo(Ledger ledger) throws SQLException {
            long seq = ledger.any();
            var column =
                    ledger.pick("hash", "id", "at", "actor", "act", "outcome", "person", "persons", "entry", "sealed");
            ledger.run("update audit_record set %s = %s where seq = %d"
                    .formatted(column, ledger.otherValue(column, seq), seq));
            return Outcome.exactly("%s of %d".formatted(column, seq), new Finding(Finding.Kind.ALTERED, seq, seq));
        }
    },
    MOVE_TO_ANOTHER_NUMBER {
        @Override
        Outcome doTo(Ledger ledger) throws SQLException {
            long seq = ledger.anyBut(ledger.last());
            long to = ledger.last() + 2 + ledger.random.nextInt(5);
            ledger.run("update audit_record set seq = %d where seq = %d".formatted(to, seq));
            return Outcome.exactly(
                    "%d to %d".formatted(seq, to),
                    new Finding(Finding.Kind.MISSING, seq, seq),
                    new Finding(Finding.Kind.MISSING, ledger.last() + 1, to - 1));
        }
    },
    DELETE_IN_THE_MIDDLE {
        @Override
        Outcome doTo(Ledger ledger) throws SQLException {
            long from = ledger.anyBut(ledger.last());
            long to = Math.min(ledger.last() - 1, from + ledger.random.nextInt(4));
            ledger.run("delete from audit_record where seq between %d and %d".formatted(from, to));
            return Outcome.exactly("%d to %d".formatted(from, to), new Finding(Finding.Kind.MISSING, from, to));
        }
    },
    DELETE_AND_CLOSE_THE_GAP {
        @Override
        Outcome doTo(Ledger ledger) throws SQLException {
            long seq = ledger.anyBut(ledger.last());
            ledger.run("delete from audit_record where seq = " + seq);
            ledger.shift(seq, -1);
            return Outcome.naming("%d".formatted(seq), Finding.Kind.ALTERED, seq, seq);
        }
    },
    PUT_ONE_IN {
        @Override
        Outcome doTo(Ledger ledger) throws SQLException {
            long after = ledger.anyBut(ledger.last());
            ledger.shift(after, 1);
            ledger.copy(ledger.anyBut(after + 1), after + 1);
            ledger.rehash(after + 1, after + 1);
            return Outcome.naming("after %d".formatted(after), Finding.Kind.PUT_IN, after + 1, after + 1);
        }
    },
    PUT_ONE_IN_WITH_A_HASH_OF_NOTHING {
        @Override
        Outcome doTo(Ledger ledger) throws SQLException {
            long after = ledger.anyBut(ledger.last());
            ledger.shift(after, 1);
            ledger.copy(ledger.anyBut(after + 1), after + 1);
            return Outcome.naming("after %d".formatted(after), Finding.Kind.ALTERED, after + 1, after + 2);
        }
    },
    ADD_ONE_BEHIND_THE_LAST {
        @Override
        Outcome doTo(Ledger ledger) throws SQLException {
            long behind = ledger.last() + 1;
            ledger.copy(ledger.any(), behind);
            return Outcome.exactly("%d".formatted(behind), new Finding(Finding.Kind.ALTERED, behind, behind));
        }
    },
    SWAP_CONTENTS {
        @Override
        Outcome doTo(Ledger ledger) throws SQLException {
            long one = ledger.any();
            long other = ledger.anyBut(one);
            ledger.swap(one, other, "id, at, actor, act, outcome, person, persons, entry, sealed");
            return Outcome.both("%d and %d".formatted(one, other), one, other);
        }
    },
    SWAP_NUMBERS {
        @Override
        Outcome doTo(Ledger ledger) throws SQLException {
            long one = ledger.any();
            long other = ledger.anyBut(one);
            ledger.swap(one, other, "hash, id, at, actor, act, outcome, person, persons, entry, sealed");
            return Outcome.both("%d and %d".formatted(one, other), one, other);
        }
    },
    CUT_THE_TAIL {
        @Override
        Outcome doTo(Ledger ledger) throws SQLException {
            long left = ledger.random.nextInt((int) ledger.last());
            ledger.run("delete from audit_record where seq > " + left);
            return Outcome.exactly(
                    "after %d".formatted(left), new Finding(Finding.Kind.CUT_OFF, left + 1, ledger.last()));
        }
    },
    REPLAY_A_SNAPSHOT {
        @Override
        Outcome doTo(Ledger ledger) throws SQLException {
            long left = ledger.random.nextInt((int) ledger.last());
            ledger.run("delete from audit_record where seq > " + left);
            // And work goes on upon it, in good order.
            int added = ledger.random.nextInt((int) (ledger.last() - left) + 20);
            ledger.writeNew(left + 1, left + added);
            ledger.rehash(left + 1, left + added);
            return ledger.contradicted(
                    "%d and %d new".formatted(left, added), left + 1, left + added, ledger.cutOff(left + added));
        }
    },
    EDIT_AND_RECKON_ALL_HASHES_ANEW {
        @Override
        Outcome doTo(Ledger ledger) throws SQLException {
            long seq = ledger.any();
            ledger.run("update audit_record set actor = 'somebody else' where seq = " + seq);
            ledger.rehash(seq, ledger.last());
            return ledger.contradicted("%d".formatted(seq), seq, ledger.last());
        }
    },
    DELETE_AND_RECKON_ALL_HASHES_ANEW {
        @Override
        Outcome doTo(Ledger ledger) throws SQLException {
            long seq = ledger.anyBut(ledger.last());
            ledger.run("delete from audit_record where seq = " + seq);
            ledger.shift(seq, -1);
            ledger.rehash(seq, ledger.last() - 1);
            return ledger.contradicted("%d".formatted(seq), seq, ledger.last() - 1, ledger.cutOff(ledger.last() - 1));
        }
    },
    EDIT_AND_RECKON_SOME_HASHES_ANEW {
        @Override
        Outcome doTo(Ledger ledger) throws SQLException {
            long seq = ledger.anyBut(ledger.last());
            long to = Math.min(ledger.last() - 1, seq + ledger.random.nextInt(30));
            ledger.run("update audit_record set outcome = 'undone', actor = 'x' || actor where seq = " + seq);
            ledger.rehash(seq, to);
            return ledger.contradicted(
                    "%d to %d".formatted(seq, to), seq, to, new Finding(Finding.Kind.ALTERED, to + 1, to + 1));
        }
    };

    abstract Outcome doTo(Ledger ledger) throws SQLException;

    /** What was done, and whether what was found is what must be. */
    record Outcome(String what, java.util.function.Predicate<List<Finding>> isNamed, String expected) {
        static Outcome exactly(String what, Finding... findings) {
            return new Outcome(
                    what,
                    found -> found.equals(List.of(findings)),
                    List.of(findings).toString());
        }

        /** This finding; what else is said is that checkpoints behind that place are contradicted. */
        static Outcome naming(String what, Finding.Kind kind, long from, long to) {
            var expected = new Finding(kind, from, to);
            return new Outcome(
                    what,
                    found -> found.contains(expected) && found.stream().allMatch(finding -> finding.to() >= from),
                    expected + " and nothing before it");
        }

        /** Both places, and nothing but them and their neighbours behind, whose links they break. */
        static Outcome both(String what, long one, long other) {
            return new Outcome(
                    what,
                    found -> names(found, one)
                            && names(found, other)
                            && found.stream()
                                    .filter(finding -> finding.kind() != Finding.Kind.REWRITTEN)
                                    .allMatch(finding -> finding.kind() == Finding.Kind.ALTERED
                                            && isNear(finding, Math.min(one, other), Math.max(one, other))),
                    "altered at both");
        }

        private static boolean names(List<Finding> found, long seq) {
            return found.stream().anyMatch(finding -> finding.kind() == Finding.Kind.ALTERED && finding.names(seq));
        }

        private static boolean isNear(Finding finding, long one, long other) {
            for (long seq = finding.from(); seq <= finding.to(); seq++) {
                if (seq != one && seq != one + 1 && seq != other && seq != other + 1) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The rows, at the mercy of a superuser, and the checkpoints, which are not. */
    static final class Ledger {
        private final Connection superuser;
        private final String schema;
        private final byte[] genesis;
        private final List<Checkpoint> checkpoints;
        private final long last;
        final Random random;

        Ledger(
                Connection superuser,
                String schema,
                byte[] genesis,
                List<Checkpoint> checkpoints,
                long last,
                Random random) {
            this.superuser = superuser;
            this.schema = schema;
            this.genesis = genesis;
            this.checkpoints = checkpoints;
            this.last = last;
            this.random = random;
        }

        long last() {
            return last;
        }

        long any() {
            return 1 + random.nextInt((int) last);
        }

        long anyBut(long seq) {
            long picked = 1 + random.nextInt((int) last - 1);
            return picked < seq ? picked : picked + 1;
        }

        String pick(String... words) {
            return words[random.nextInt(words.length)];
        }

        void run(String sql) throws SQLException {
            try (var statement = superuser.createStatement()) {
                statement.execute(sql.replaceAll("\\baudit_record\\b(?!_)", schema + ".audit_record"));
            }
        }

        /** Numbers are unique at every moment, so the rows go round by numbers that nobody has. */
        void shift(long after, int by) throws SQLException {
            run("update audit_record set seq = seq + 1000000 where seq > " + after);
            run("update audit_record set seq = seq - 1000000 + %d where seq > 1000000".formatted(by));
        }

        void copy(long from, long to) throws SQLException {
            run("""
                    insert into audit_record
                      (seq, hash, id, at, actor, act, outcome, person, persons, entry, sealed)
                    select %d, sha256('forged'), '%s', at, actor, act, outcome, person, persons, entry, sealed
                    from audit_record where seq = %d
                    """.formatted(to, UUID.randomUUID(), from));
        }

        void writeNew(long from, long to) throws SQLException {
            run("""
                    insert into audit_record (seq, hash, id, at, actor, act, outcome, entry)
                    select seq, sha256('later'), gen_random_uuid(), now(), 'priya', 'list patient', 'done', '{}'
                    from generate_series(%d, %d) seq
                    """.formatted(from, to));
        }

        void swap(long one, long other, String columns) throws SQLException {
            run("""
                    update audit_record a set (%1$s) = (select %1$s from audit_record b where b.seq = %2$d + %3$d - a.seq)
                    where seq in (%2$d, %3$d)
                    """.formatted(columns, one, other));
        }

        /** As the platform itself reckons. */
        void rehash(long from, long to) throws SQLException {
            var rows = JdbcPages.read(superuser, schema, from - 1, to);
            var before = from == 1 ? genesis : rows.get(0).hash();
            try (var update =
                    superuser.prepareStatement("update %s.audit_record set hash = ? where seq = ?".formatted(schema))) {
                for (var row : rows) {
                    if (row.seq() >= from) {
                        before = Chain.next(before, row.leaf());
                        update.setBytes(1, before);
                        update.setLong(2, row.seq());
                        update.addBatch();
                    }
                }
                update.executeBatch();
            }
        }

        /** Each follows from the one before it, so only checkpoints tell. */
        Outcome contradicted(String what, long firstForged, long lastForged, Finding... others) {
            var expected = new ArrayList<Finding>();
            long agreed = 0;
            for (var checkpoint : checkpoints) {
                if (checkpoint.seq() < firstForged) {
                    agreed = checkpoint.seq();
                } else if (checkpoint.seq() <= lastForged) {
                    expected.add(new Finding(Finding.Kind.REWRITTEN, agreed + 1, checkpoint.seq()));
                    break;
                }
            }
            expected.addAll(List.of(others));
            return Outcome.exactly(what, expected.toArray(Finding[]::new));
        }

        /** What is said when fewer are there than were signed. */
        Finding[] cutOff(long lastThere) {
            return lastThere < last
                    ? new Finding[] {new Finding(Finding.Kind.CUT_OFF, lastThere + 1, last)}
                    : new Finding[0];
        }

        String otherValue(String column, long seq) throws SQLException {
            return switch (column) {
                case "hash" -> "sha256(hash)";
                case "id" -> "'%s'::uuid".formatted(UUID.randomUUID());
                case "at" ->
                    pick("at + interval '1 microsecond'", "at - interval '1 year'", "'infinity'", "'-infinity'");
                case "actor", "act" ->
                    pick("%s || ' '", "upper(%s) || 'x'", "''", "'x' || %s").formatted(column);
                case "outcome" -> "case outcome when 'done' then 'refused' else 'done' end";
                case "person" -> {
                    var other = "'%s'::uuid".formatted(UUID.randomUUID());
                    yield isNull("person", seq) ? other : pick(other, "null");
                }
                case "persons" ->
                    isNull("persons", seq)
                            ? pick("array['%s']::uuid[]", "'{}'::uuid[]", "array[null, '%s']::uuid[]")
                                    .formatted(UUID.randomUUID())
                            : pick("persons[2:]", "persons || persons[1]", "null", "array_reverse(persons)");
                case "entry" ->
                    pick(
                            "(entry::text || ' ')::json",
                            "replace(entry::text, 'TREATMENT', 'EMERGENCY')::json",
                            "'{}'::json",
                            "replace(entry::text, 'clinical', 'Clinical')::json");
                default ->
                    isNull("sealed", seq)
                            ? pick("''::bytea", "'\\x" + HexFormat.of().formatHex(new byte[40]) + "'::bytea")
                            : pick(
                                    "set_byte(sealed, 3, (get_byte(sealed, 3) + 1) % 256)",
                                    "null", "''::bytea", "substr(sealed, 2)");
            };
        }

        private boolean isNull(String column, long seq) throws SQLException {
            try (var statement = superuser.createStatement();
                    var row = statement.executeQuery(
                            "select %s is null from %s.audit_record where seq = %d".formatted(column, schema, seq))) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** A ledger as a superuser's connection sees it, in the middle of whatever was done to it. */
    static final class JdbcPages {
        private JdbcPages() {}

        static List<StoredRecord> read(Connection connection, String schema, long from, long to) throws SQLException {
            var rows = new ArrayList<StoredRecord>();
            try (var query = connection.prepareStatement("""
                    select seq, hash, id, at, actor, act, outcome, person, persons, entry::text, sealed
                    from %s.audit_record where seq between ? and ? order by seq
                    """.formatted(schema))) {
                query.setLong(1, from);
                query.setLong(2, to);
                try (var row = query.executeQuery()) {
                    while (row.next()) {
                        var at = row.getObject(4, java.time.OffsetDateTime.class);
                        var persons = row.getArray(9);
                        rows.add(new StoredRecord(
                                row.getLong(1),
                                row.getBytes(2),
                                row.getObject(3, UUID.class),
                                at == null ? null : at.toInstant(),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getObject(8, UUID.class),
                                persons == null ? null : uuids(persons),
                                row.getString(10),
                                row.getBytes(11)));
                    }
                }
            }
            return rows;
        }

        private static List<@Nullable UUID> uuids(java.sql.Array array) throws SQLException {
            return java.util.Arrays.asList((UUID[]) array.getArray());
        }
    }
}
