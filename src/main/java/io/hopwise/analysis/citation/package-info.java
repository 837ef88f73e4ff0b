/**
 * Points to packets: who they are between, and where each stands in the text it was read from.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.citation;
