package dev.firstfill.tenancy.catalogue;

/**
 * One of the three database logins, each for one kind of work. Their rights stand in {@code db/cluster/logins.sql}.
 */
public record Login(String user, String password) {

    /** Serves requests and exports: can do nothing but become one tenant's role. */
    public static Login app(String password) {
        return new Login("firstfill_app", password);
    }

    /** Reads and writes the catalogue. */
    public static Login control(String password) {
        return new Login("firstfill_control", password);
    }

    /** Makes, migrates and erases schemas. */
    public static Login owner(String password) {
        return new Login("firstfill_owner", password);
    }

    /** Without the password: records print their fields, and this one would end up in a log. */
    @Override
    public String toString() {
        return user;
    }
}
