package io.hopwise.analysis;

/**
 * One reason that a finding gives.
 *
 * @param name a stable name in kebab case, such as {@code df-differs}
 * @param text the reason in words, with this capture's numbers
 * @since 0.1
 */
public record Evidence(String name, String text) {}
