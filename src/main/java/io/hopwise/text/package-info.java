/** Where text stands: the lines of a record, and errors that point into them. */
@org.jspecify.annotations.NullMarked
package io.hopwise.text;
