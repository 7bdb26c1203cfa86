/** Several processes of the packaged program on one database, as they run in production. */
@NullMarked
package dev.firstfill.api.replicas;

import org.jspecify.annotations.NullMarked;
