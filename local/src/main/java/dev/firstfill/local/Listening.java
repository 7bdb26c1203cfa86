package dev.firstfill.local;

/**
 * Where a server listens. PostgreSQL speaks both on one port, the others have one for each.
 *
 * @param port for what is sent in clear
 * @param tlsPort for TLS
 */
record Listening(int port, int tlsPort) {}
