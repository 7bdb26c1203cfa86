package dev.firstfill.tenancy.migration;

/** A step that a schema has taken says something else today: what the schema looks like can no longer be known. */
final class MigrationChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MigrationChanged(String fileName) {
        super(fileName + " has been changed after it was applied. Undo the change and write a new migration instead.");
    }
}
