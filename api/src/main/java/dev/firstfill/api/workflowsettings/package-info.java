/** Workflow settings over HTTP. */
@NullMarked
package dev.firstfill.api.workflowsettings;

import org.jspecify.annotations.NullMarked;
