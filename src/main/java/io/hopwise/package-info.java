/** Reads the text tcpdump prints and says who really sent each packet. */
@org.jspecify.annotations.NullMarked
package io.hopwise;
