package org.yuzuri.portal.web.ui.failure;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * Gives each field the name that refusals call it by, so that what Faces itself refuses, such as a
 * choice that was not offered, names the field and not its id in the page.
 */
public class FieldLabels implements SystemEventListener {

  private static final String LABEL = "label";

  @Override
  public boolean isListenerForSource(Object source) {
    return source instanceof UIInput && !(source instanceof UIViewParameter);
  }

  @Override
  public void processEvent(SystemEvent event) {
    UIComponent field = (UIComponent) event.getSource();
    if (field.getAttributes().get(LABEL) == null && field.getValueExpression(LABEL) == null) {
      Texts texts = CDI.current().select(Texts.class).get();
      field.getAttributes().put(LABEL, texts.of("field", field.getId()));
    }
  }
}
