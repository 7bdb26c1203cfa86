@NullMarked
package dev.firstfill.api.contract;

import org.jspecify.annotations.NullMarked;
