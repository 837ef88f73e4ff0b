/** The rules that come with the library: one class each, named after its id. */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.rules;
