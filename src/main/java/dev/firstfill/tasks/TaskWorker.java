package dev.firstfill.tasks;

import dev.firstfill.kernel.Colleague;
import java.util.Set;

/**
 * Somebody who works on tasks.
 *
 * @param queues which their roles let them work
 * @param managesTasks whether they may take tasks out of others' hands
 */
public record TaskWorker(Colleague colleague, Set<Queue> queues, boolean managesTasks) {
    public TaskWorker {
        queues = Set.copyOf(queues);
    }

    /** @throws TaskRefusals.QueueOfOthers when it is not among theirs */
    void mustWork(Queue queue) {
        if (!queues.contains(queue)) {
            throw new TaskRefusals.QueueOfOthers(queue);
        }
    }
}
