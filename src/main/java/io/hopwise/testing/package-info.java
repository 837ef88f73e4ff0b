/** Captures as tests. */
@org.jspecify.annotations.NullMarked
package io.hopwise.testing;
