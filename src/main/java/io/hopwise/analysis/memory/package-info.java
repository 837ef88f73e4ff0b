/**
 * Internal: small structures over numbers and references, which know nothing of packets, for what
 * is remembered per connection and flow.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.memory;
