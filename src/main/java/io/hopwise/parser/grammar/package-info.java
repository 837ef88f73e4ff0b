/**
 * Internal: the classes that ANTLR generates from the grammars, and the superclass of the generated
 * parser.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.parser.grammar;
