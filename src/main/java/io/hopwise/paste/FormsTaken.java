package io.hopwise.paste;

import com.google.common.collect.ImmutableList;
import io.hopwise.text.PastedForm;
import java.util.ArrayList;
import java.util.List;

/**
 * The forms that pieces of an input were taken in. One thread adds, and another one may ask: what
 * it gets may lack what was added last.
 */
final class FormsTaken {
  /** So many are told apart; what comes later is not said, but for what is missing. */
  private static final int MOST = 8;

  private volatile ImmutableList<PastedForm> all = ImmutableList.of();

  /** The form that was taken last is the likeliest to come next. */
  private Form last = Form.PLAIN;

  private String lastWords = "";

  void add(Form form, long firstLine, long lines) {
    if (!form.equals(last)) {
      last = form;
      lastWords = form.says();
    }
    List<PastedForm> forms = new ArrayList<>(all);
    int known = form.isRemark() ? index(forms, form) : index(forms, lastWords);
    if (known < forms.size()) {
      PastedForm before = forms.get(known);
      forms.set(
          known,
          new PastedForm(before.ways(), lastWords, before.firstLine(), before.lines() + lines));
    } else if (known < MOST || form.isRemark()) {
      forms.add(new PastedForm(form.ids(), lastWords, firstLine, lines));
    }
    all = ImmutableList.copyOf(forms);
  }

  /** A remark is told once, in the words that it had last. */
  private static int index(List<PastedForm> forms, Form remark) {
    int at = 0;
    while (at < forms.size() && !forms.get(at).ways().equals(remark.ids())) {
      at++;
    }
    return at;
  }

  private static int index(List<PastedForm> forms, String words) {
    int at = 0;
    while (at < forms.size() && !forms.get(at).words().equals(words)) {
      at++;
    }
    return at;
  }

  /** All of them, in the order in which they were met. */
  ImmutableList<PastedForm> all() {
    return all;
  }
}
