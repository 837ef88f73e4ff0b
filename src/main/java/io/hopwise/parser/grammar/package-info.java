/**
 * Internal: what ANTLR generates from the grammars, and the class that the generated parser
 * extends.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.parser.grammar;
