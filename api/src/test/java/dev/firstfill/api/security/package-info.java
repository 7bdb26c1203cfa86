@NullMarked
package dev.firstfill.api.security;

import org.jspecify.annotations.NullMarked;
