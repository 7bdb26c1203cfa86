/** Cases over HTTP. */
@NullMarked
package dev.firstfill.api.cases;

import org.jspecify.annotations.NullMarked;
