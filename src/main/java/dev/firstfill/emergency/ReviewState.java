package dev.firstfill.emergency;

/** Which accesses a list shows. */
public enum ReviewState {
    PENDING,
    DONE,
    ALL
}
