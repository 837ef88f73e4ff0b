/** Benchmarks, and the generator of the captures they read. Not part of the library. */
@org.jspecify.annotations.NullMarked
package io.hopwise.bench;
