package io.hopwise.parser.builder;

import io.hopwise.packet.LinkLayer;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The length of a frame from {@code -e}, if the length of its link layer is also known. */
public final class FrameLength {
  private static final int ETHERNET = 14;
  private static final int COOKED = 16;
  private static final int COOKED_2 = 20;
  private static final int TAG = 4;

  private static final String ADDRESS = "\\S+(?: \\(oui [^)\n]*\\))?";
  private static final String TYPE_AND_LENGTH = "[^:,\n]*, length (\\d{1,6}): ";
  private static final String TAGS = "((?:vlan \\d+, p \\d+, [^:\n]*, )?)";
  private static final Pattern ON_ETHERNET =
      Pattern.compile(ADDRESS + " > " + ADDRESS + ", " + TYPE_AND_LENGTH + TAGS);
  private static final Pattern ON_COOKED =
      Pattern.compile(
          "(?:\\S+ +)?(?: In|Out|  [BMP?]) +(ifindex \\d+ )?(?:"
              + ADDRESS
              + " )?ethertype "
              + TYPE_AND_LENGTH);

  private FrameLength() {}

  /** The bytes after the link layer; empty if unknown. */
  public static OptionalInt afterLink(LinkLayer link) {
    Matcher ethernet = ON_ETHERNET.matcher(link.text());
    if (ethernet.matches()) {
      int tags = TAG * link.vlan().size();
      return OptionalInt.of(Integer.parseInt(ethernet.group(1)) - ETHERNET - tags);
    }
    Matcher cooked = ON_COOKED.matcher(link.text());
    if (!cooked.matches()) {
      return OptionalInt.empty();
    }
    int header = cooked.group(1) == null ? COOKED : COOKED_2;
    return OptionalInt.of(Integer.parseInt(cooked.group(2)) - header);
  }
}
