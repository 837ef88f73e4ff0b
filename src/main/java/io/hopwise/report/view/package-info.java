/**
 * Internal: what the text report and the HTML report show alike, without layout.
 *
 * <p>Facts become words here and nowhere else: {@link io.hopwise.report.view.Verdict} is the
 * result, {@link io.hopwise.report.view.Opening} what came of the connections, {@link
 * io.hopwise.report.view.Answer} and {@link io.hopwise.report.view.FindingHead} a finding in a
 * line, {@link io.hopwise.report.view.Row} a reason, {@link io.hopwise.report.view.HopPicture} the
 * path as a drawing. Text is as it was on the wire: whoever shows it makes it safe.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.report.view;
