package dev.firstfill.tasks;

import dev.firstfill.identifiers.UsState;
import java.util.Set;

/**
 * What somebody could do next.
 *
 * @param queues to pull from
 * @param licences of which states they have one
 * @param skills what they are good at
 */
public record PullWish(Set<Queue> queues, Set<UsState> licences, Set<String> skills) {
    public PullWish {
        queues = Set.copyOf(queues);
        licences = Set.copyOf(licences);
        skills = Set.copyOf(skills);
    }
}
