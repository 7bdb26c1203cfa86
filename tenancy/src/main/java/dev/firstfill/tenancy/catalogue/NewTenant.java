package dev.firstfill.tenancy.catalogue;

import dev.firstfill.tenancy.catalogue.TenancyRefusals.NewTenantInvalid;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** The wish to open a pharmacy on the platform; it cannot be invalid. */
public record NewTenant(String slug, String name, ZoneId timeZone, boolean sandbox, String node) {

    private static final Pattern WELL_FORMED_SLUG = Pattern.compile("[a-z][a-z0-9-]{1,38}[a-z0-9]");
    private static final int LONGEST_NAME = 200;

    public NewTenant {
        if (!WELL_FORMED_SLUG.matcher(slug).matches()) {
            throw new NewTenantInvalid(
                    "A slug has 3 to 40 lower-case letters, digits and hyphens, starts with a letter and does not end"
                            + " with a hyphen.");
        }
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new NewTenantInvalid("A pharmacy's name has 1 to " + LONGEST_NAME + " characters.");
        }
        if (!ZoneId.getAvailableZoneIds().contains(timeZone.getId())) {
            // An offset such as -05:00 parses as a zone, but forgets daylight saving: due times would drift by an hour.
            throw new NewTenantInvalid("A time zone is named by place, such as America/Chicago.");
        }
    }

    /** On the node that every installation has. */
    public NewTenant(String slug, String name, ZoneId timeZone, boolean sandbox) {
        this(slug, name, timeZone, sandbox, Node.MAIN);
    }
}
