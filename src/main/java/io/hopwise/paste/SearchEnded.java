package io.hopwise.paste;

/**
 * No way to paste: so much was read already to find forms that no other one was looked for, and the
 * text is kept as it stands. Says so, for what is among it is not known.
 */
final class SearchEnded implements Way {
  static final SearchEnded WAY = new SearchEnded();

  private SearchEnded() {}

  @Override
  public PastedText undo(PastedText text) {
    return text;
  }

  @Override
  public boolean isRemark() {
    return true;
  }

  @Override
  public String id() {
    return "search-ended";
  }

  @Override
  public String says() {
    return "so many forms were tried that no more were looked for";
  }

  @Override
  public String toString() {
    return "SearchEnded";
  }
}
