package org.yuzuri.portal.web.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.demo.DemoData;

/** Whether pages say that some of what they show was made up. */
@Named("demo")
@RequestScoped
public class DemoBean {

  @Inject DemoData data;

  public boolean isHistory() {
    return data.hasHistory();
  }
}
