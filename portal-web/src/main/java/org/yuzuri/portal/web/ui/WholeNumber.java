package org.yuzuri.portal.web.ui;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.ProblemException;

/**
 * A whole number in a page's address. One that is none is refused by the parameter's name, as a
 * service refuses it: a page would pass over it in silence.
 */
@FacesConverter(WholeNumber.ID)
public class WholeNumber implements Converter<Number> {

  /** What pages call it. */
  public static final String ID = "wholeNumber";

  /**
   * The number, of the type of the property that takes it; null for an empty text.
   *
   * @throws ProblemException INVALID_VALUE
   */
  @Override
  public @Nullable Number getAsObject(
      FacesContext context, UIComponent parameter, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    Class<?> type = parameter.getValueExpression("value").getType(context.getELContext());
    try {
      return type == int.class
          ? (Number) Integer.valueOf(text.strip())
          : (Number) Long.valueOf(text.strip());
    } catch (NumberFormatException none) {
      throw ProblemException.invalid(
          ((UIViewParameter) parameter).getName(), text, "a whole number");
    }
  }

  @Override
  public String getAsString(FacesContext context, UIComponent parameter, @Nullable Number number) {
    return number == null ? "" : number.toString();
  }
}
