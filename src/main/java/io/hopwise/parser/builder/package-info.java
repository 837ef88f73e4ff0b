/**
 * Internal: turns the labelled contexts of the generated parser into typed records, one builder a
 * protocol. {@link io.hopwise.parser.builder.EntryBuilder} is the way in.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.parser.builder;
