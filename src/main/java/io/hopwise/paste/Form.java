package io.hopwise.paste;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/**
 * How a passage is to be taken.
 *
 * @param ways what is undone, in this order
 */
public record Form(ImmutableList<Way> ways) {
  /** As tcpdump printed it. */
  public static final Form PLAIN = new Form(ImmutableList.of());

  /** Whether nothing is undone. */
  public boolean isPlain() {
    return ways.isEmpty();
  }

  /** The text as tcpdump printed it. */
  public PastedText undo(PastedText text) {
    PastedText undone = text;
    for (Way way : ways) {
      undone = way.undo(undone);
    }
    return undone;
  }

  /** The same form for what stands right behind a text. */
  Form goingOn(PastedText before) {
    ImmutableList.Builder<Way> next = ImmutableList.builder();
    PastedText text = before;
    for (int i = 0; i < ways.size(); i++) {
      next.add(ways.get(i).goingOn(text));
      text = i + 1 < ways.size() ? ways.get(i).undo(text) : text;
    }
    return new Form(next.build());
  }

  /** Where lines begin that are undone together with what follows a text; its length if none. */
  int wholeUpTo(PastedText text) {
    return isPlain() ? text.length() : ways.get(0).wholeUpTo(text);
  }

  /** Whether it is for what goes on amid something. */
  boolean isAmid() {
    return ways.stream().anyMatch(Way::isAmid);
  }

  /** The same with one more thing undone. */
  Form and(Way way) {
    return new Form(ImmutableList.<Way>builder().addAll(ways).add(way).build());
  }

  /** The same without one of its ways. */
  Form without(int index) {
    ImmutableList.Builder<Way> left = ImmutableList.builder();
    for (int i = 0; i < ways.size(); i++) {
      if (i != index) {
        left.add(ways.get(i));
      }
    }
    return new Form(left.build());
  }

  boolean hasPrefix() {
    return ways.stream().anyMatch(Way::isPrefix);
  }

  /** Whether lines may become records by it that no record was made of. */
  boolean isUnsafe() {
    return !ways.stream().allMatch(Way::isJoin);
  }

  /** Whether nothing is taken away that tcpdump might have printed. */
  boolean isHarmless() {
    return ways.stream().allMatch(Way::isHarmless);
  }

  /** The same with nothing but ways that take away what tcpdump never prints. */
  Form harmless() {
    return new Form(ways.stream().filter(Way::isHarmless).collect(ImmutableList.toImmutableList()));
  }

  boolean isIndented() {
    return ways.stream().anyMatch(Way::isIndentation);
  }

  boolean isExact() {
    return ways.stream().allMatch(Way::isExact);
  }

  /** Whether all is undone that was added to what tcpdump printed. */
  boolean isComplete(PastedText text) {
    PastedText pasted = text;
    for (Way way : ways) {
      PastedText undone = way.undo(pasted);
      if (!way.isComplete(pasted, undone)) {
        return false;
      }
      pasted = undone;
    }
    return true;
  }

  /** Whether nothing is undone, and it only says what is missing. */
  boolean isRemark() {
    return !isPlain() && ways.stream().allMatch(Way::isRemark);
  }

  /** The ids of what was undone. */
  ImmutableList<String> ids() {
    return ways.stream().map(Way::id).distinct().collect(ImmutableList.toImmutableList());
  }

  /** What was undone, in words. */
  String says() {
    return ways.stream().map(Way::says).distinct().collect(Collectors.joining(", "));
  }
}
