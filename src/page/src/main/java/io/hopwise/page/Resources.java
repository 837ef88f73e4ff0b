package io.hopwise.page;

import org.teavm.classlib.ResourceSupplier;
import org.teavm.classlib.ResourceSupplierContext;

/** The library's resources that go into the page. */
public final class Resources implements ResourceSupplier {
  @Override
  public String[] supplyResources(ResourceSupplierContext context) {
    return new String[] {"io/hopwise/parser/builder/services.txt"};
  }
}
