package dev.firstfill.architecture.broken;

import com.fasterxml.jackson.annotation.JsonValue;

/** One string in JSON, of which the contract is not told. */
record PromisedAsObject(@JsonValue String value) {}
