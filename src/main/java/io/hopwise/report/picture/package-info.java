/**
 * Internal: what a finding looks like as a drawing: who stands how many routers away.
 *
 * <p>The terminal and the HTML report draw the same model.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.report.picture;
