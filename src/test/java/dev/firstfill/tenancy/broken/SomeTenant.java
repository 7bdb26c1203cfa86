package dev.firstfill.tenancy.broken;

/** What the pharmacy must not know of. */
public record SomeTenant(String slug) {}
