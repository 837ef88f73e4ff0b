package org.teavm.classlib.java.net;

import java.io.IOException;

/** Stands for {@code java.net.UnknownHostException} in the browser. */
public class TUnknownHostException extends IOException {
  private static final long serialVersionUID = 1;

  public TUnknownHostException() {}

  public TUnknownHostException(String message) {
    super(message);
  }
}
