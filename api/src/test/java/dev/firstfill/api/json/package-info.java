@NullMarked
package dev.firstfill.api.json;

import org.jspecify.annotations.NullMarked;
