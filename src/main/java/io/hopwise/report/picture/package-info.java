/**
 * Internal: a finding as a drawing: how many routers away each sender is.
 *
 * <p>The text report and the HTML report draw the same model.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.report.picture;
