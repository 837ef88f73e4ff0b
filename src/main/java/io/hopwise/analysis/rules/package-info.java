/**
 * The rules that come with the library: one class each, named after its id.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.rules;
