package dev.firstfill.tenancy.command;

import dev.firstfill.tenancy.migration.Fixture;

/** {@code bin/tenant} with the migrations of the fixture, as a program of its own that a test may kill. */
final class FixtureTenantCommand {

    private FixtureTenantCommand() {}

    public static void main(String[] words) {
        System.exit(
                TenantCommand.commandLine(System.getenv(), Fixture.migrations()).execute(words));
    }
}
