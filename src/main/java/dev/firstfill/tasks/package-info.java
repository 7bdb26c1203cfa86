/**
 * What somebody has to do next, in queues: who may take what, in which order, and what became of it. A case opens tasks
 * and closes them when it moves on, by {@link dev.firstfill.tasks.TaskBook}; people open and close their own. This
 * context knows no states of cases, and no rule of theirs.
 */
@NullMarked
package dev.firstfill.tasks;

import org.jspecify.annotations.NullMarked;
