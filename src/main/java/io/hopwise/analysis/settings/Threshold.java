package io.hopwise.analysis.settings;

/**
 * A number a rule decides by, which can be set by name: {@code forged-reset.tolerance}.
 *
 * @param rule the id of the rule
 * @param name the name within the rule, in kebab case
 * @param standard the value unless set
 * @param min the least sensible value
 * @param max the greatest sensible value
 * @param meaning what it decides, with its unit
 * @since 0.1
 */
public record Threshold(
    String rule, String name, long standard, long min, long max, String meaning) {

  /** The name to set it by. */
  public String fullName() {
    return rule + "." + name;
  }
}
