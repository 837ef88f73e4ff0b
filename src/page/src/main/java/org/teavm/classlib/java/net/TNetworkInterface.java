package org.teavm.classlib.java.net;

/** Stands for {@code java.net.NetworkInterface} in the browser, which has none. */
public final class TNetworkInterface {
  private TNetworkInterface() {}

  public static TNetworkInterface getByName(String name) {
    return null;
  }

  public String getName() {
    return "";
  }
}
