package dev.firstfill.deployment;

/** A file that cannot be what it is meant to be; the message names the place and what is wrong there. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
