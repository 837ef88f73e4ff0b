package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.settings.Threshold;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all rules of the library have in common: an id, and words about it. Rules of one's own may
 * extend it, too.
 *
 * @since 0.1
 */
public abstract class NamedRule implements Rule {
  private final String id;
  private final String summary;
  private final String documentation;
  private final ImmutableList<Threshold> thresholds;

  protected NamedRule(String id, String summary, String documentation, Threshold... thresholds) {
    this.id = id;
    this.summary = summary;
    this.documentation = documentation;
    this.thresholds = ImmutableList.copyOf(thresholds);
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String summary() {
    return summary;
  }

  @Override
  public final String documentation() {
    return documentation;
  }

  @Override
  public final ImmutableList<Threshold> thresholds() {
    return thresholds;
  }

  /** Rules are equal if they have one class, id, version and thresholds. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NamedRule that
        && getClass() == that.getClass()
        && id.equals(that.id)
        && version() == that.version()
        && thresholds.equals(that.thresholds);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, version(), thresholds);
  }

  @Override
  public final String toString() {
    return id;
  }
}
