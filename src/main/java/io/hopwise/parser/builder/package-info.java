/**
 * Internal: turns the labelled contexts of the generated parser into typed records, one builder per
 * protocol. {@link io.hopwise.parser.builder.EntryBuilder} is the entry point.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.parser.builder;
