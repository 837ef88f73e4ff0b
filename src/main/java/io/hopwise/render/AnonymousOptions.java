package io.hopwise.render;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.TcpOption;
import java.util.regex.Pattern;

/**
 * TCP options, anonymised: keys, digests, cookies and unknown bytes become zeros, addresses are
 * replaced. Sizes, scales, blocks and timestamps are kept.
 */
final class AnonymousOptions {
  /** A digest, with or without {@code 0x}. */
  private static final Pattern HEX_STRING = Pattern.compile("\\b(?:0x)?[0-9a-fA-F]{8,}\\b");

  private static final Pattern HEX_DIGIT = Pattern.compile("[0-9a-fA-F]");

  private final MaskedText masked;

  AnonymousOptions(MaskedText masked) {
    this.masked = masked;
  }

  ImmutableList<TcpOption> of(ImmutableList<TcpOption> options) {
    return options.stream().map(this::of).collect(toImmutableList());
  }

  private TcpOption of(TcpOption option) {
    if (option instanceof TcpOption.Md5 md5) {
      return new TcpOption.Md5(HEX_STRING.matcher(md5.text()).replaceAll(m -> zeros(m.group())));
    }
    if (option instanceof TcpOption.Authentication auth) {
      return new TcpOption.Authentication(auth.keyId(), auth.nextKeyId(), zeros(auth.mac()));
    }
    if (option instanceof TcpOption.FastOpen open) {
      return new TcpOption.FastOpen(open.experimental(), zeros(open.cookie()));
    }
    if (option instanceof TcpOption.Multipath mp) {
      return new TcpOption.Multipath(mp.subtype(), mp.length(), masked.ofHeader(mp.details()));
    }
    if (option instanceof TcpOption.Unknown unknown) {
      return new TcpOption.Unknown(unknown.number(), zeros(unknown.data()));
    }
    if (option instanceof TcpOption.Other other) {
      return new TcpOption.Other(other.kind(), masked.ofHeader(other.text()));
    }
    if (option instanceof TcpOption.Value value) {
      return new TcpOption.Value(value.kind(), 0);
    }
    return option;
  }

  private static String zeros(String hex) {
    int prefix = hex.startsWith("0x") ? 2 : 0;
    return hex.substring(0, prefix) + HEX_DIGIT.matcher(hex.substring(prefix)).replaceAll("0");
  }
}
