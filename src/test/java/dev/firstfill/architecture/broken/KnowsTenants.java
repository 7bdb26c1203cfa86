package dev.firstfill.architecture.broken;

import dev.firstfill.tenancy.broken.SomeTenant;

/** Knows that there are other pharmacies. */
final class KnowsTenants {
    String slug(SomeTenant tenant) {
        return tenant.slug();
    }
}
