package dev.firstfill.tasks;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries that take tasks out of queues and hands. */
final class WaitingTasks {
    /** More than colleagues are likely to pull from a pharmacy's queues in the same moment. */
    private static final int DEPTH = 16;

    private final Mutiny.Session session;

    WaitingTasks(Mutiny.Session session) {
        this.session = session;
    }

    /**
     * Locks what comes first; null when nothing waits. Whoever pulls at the same time gets the next one and does not
     * wait. Of each queue the foremost are read from the index; only when others hold all of those, or took them since
     * the statement began, the whole queue.
     */
    Uni<@Nullable UUID> first(PullWish wish, Instant now) {
        return first(wish, now, DEPTH).onItem().ifNull().switchTo(() -> first(wish, now, Integer.MAX_VALUE));
    }

    private Uni<@Nullable UUID> first(PullWish wish, Instant now, int depth) {
        return session.createNativeQuery("""
                        with foremost as materialized (
                          select f.id
                          from unnest(string_to_array(:queues, ',')) as q (queue)
                          cross join lateral (
                            select t.id, t.pull_by
                            from pharmacy.task t
                            where coalesce(t.assignee_id, '') = '' and t.closed_at is null and t.queue = q.queue
                              and t.visible_from <= :now
                              and (t.licence is null or t.licence = any (string_to_array(:licences, ',')))
                              and (t.skill is null or t.skill = any (string_to_array(:skills, ',')))
                            order by t.pull_by, t.id
                            limit :depth
                          ) f
                          order by f.pull_by, f.id
                          limit :depth
                        )
                        select t.id
                        from pharmacy.task t
                        join foremost on foremost.id = t.id
                        where t.state = 'WAITING' and t.visible_from <= :now
                        order by t.pull_by, t.id
                        limit 1
                        for update of t skip locked
                        """, UUID.class)
                .setParameter("queues", joined(wish.queues()))
                .setParameter("licences", joined(wish.licences()))
                .setParameter("skills", joined(wish.skills()))
                .setParameter("now", now)
                .setParameter("depth", depth)
                .getSingleResultOrNull();
    }

    /** Hibernate's native queries carry no arrays; none of these words has a comma in it. */
    private static String joined(Collection<?> words) {
        return words.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    /** What a colleague has in hand, or what waits; the first to be pulled first. */
    Uni<List<UUID>> inHands(String assigneeOrNobody, @Nullable Queue queue, int limit) {
        var narrowed = queue == null ? "" : " and t.queue = :queue";
        var query = session.createSelectionQuery("""
                        select t.id from TaskRow t
                        where coalesce(t.assigneeId, '') = :assignee and t.closedAt is null%s
                        order by t.pullBy, t.id
                        """.formatted(narrowed), UUID.class)
                .setParameter("assignee", assigneeOrNobody);
        return (queue == null ? query : query.setParameter("queue", queue))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Those of them that nobody else holds this moment and that are still in the same hands, locked. */
    Uni<List<TaskRow>> lockedInHands(Collection<UUID> ids, String assigneeOrNobody) {
        return session.createSelectionQuery("""
                        from TaskRow t
                        where t.id in :ids and coalesce(t.assigneeId, '') = :assignee and t.closedAt is null
                        order by t.id
                        """, TaskRow.class)
                .setParameter("ids", List.copyOf(ids))
                .setParameter("assignee", assigneeOrNobody)
                .setLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
    }
}
