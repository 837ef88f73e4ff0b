/**
 * Internal: rules about the path between here and a host: changed routes, routers that answer,
 * several captures in one text.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.rules.path;
