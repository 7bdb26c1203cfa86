package dev.firstfill.local.example;

import java.util.Locale;

/**
 * Somebody invented who works at a pharmacy.
 *
 * @param role their role there, as the API names it
 * @param firstName what they are called, and the first half of their login name
 * @param lastName their family name
 */
public record Person(String role, String firstName, String lastName) {

    /** Everyone's, because it protects nothing: the people are invented and the realm is this machine's. */
    public static final String PASSWORD = "local-development-1";

    public String usernameAt(ExamplePharmacy pharmacy) {
        return firstName.toLowerCase(Locale.ROOT) + "." + pharmacy.slug();
    }
}
