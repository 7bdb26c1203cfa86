/**
 * Two invented pharmacies, Northgate and Southbank, with somebody in every role.
 *
 * <p>They are made through public interfaces only, as a customer would: what this package can do, anyone with the
 * same logins can. Everything here may be run again and again; it adds what is missing and changes nothing else.
 */
@org.jspecify.annotations.NullMarked
package dev.firstfill.local.example;
