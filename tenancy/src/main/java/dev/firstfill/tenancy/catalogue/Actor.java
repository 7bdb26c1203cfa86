package dev.firstfill.tenancy.catalogue;

/** Who changes the catalogue, as its events shall name them: a person, a command or the platform itself. */
public record Actor(String name) {

    /** For what the platform does of its own accord, such as clearing up after a crash. */
    public static final Actor PLATFORM = new Actor("platform");

    private static final int LONGEST_NAME = 200;

    public Actor {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("An actor's name has 1 to " + LONGEST_NAME + " characters.");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
