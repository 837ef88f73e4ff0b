package org.teavm.classlib.java.net;

/** Stands for {@code java.net.Inet4Address} in the browser. */
public final class TInet4Address extends TInetAddress {
  TInet4Address(byte[] bytes) {
    super(bytes);
  }
}
