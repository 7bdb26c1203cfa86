package dev.firstfill.tasks;

/** What can be done with a task. */
enum TaskMove {
    ASSIGN("assigned"),
    GIVE_BACK("given back"),
    SNOOZE("snoozed"),
    COMPLETE("completed"),
    CANCEL("cancelled");

    private final String participle;

    TaskMove(String participle) {
        this.participle = participle;
    }

    String participle() {
        return participle;
    }
}
