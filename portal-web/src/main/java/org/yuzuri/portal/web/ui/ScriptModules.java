package org.yuzuri.portal.web.ui;

import io.mvnpm.importmap.Aggregator;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import org.primefaces.context.PrimeFacesContext;

/** The libraries of scripts that pages import by name; each jar says where its files are. */
@Named
@ApplicationScoped
public class ScriptModules {

  @Inject ServletContext application;

  private String importMap;

  @PostConstruct
  void read() {
    importMap = new Aggregator().aggregateAsJson(application.getContextPath());
  }

  /**
   * The tags that start a module of the portal's own. Raw HTML, to be written unescaped: PrimeFaces
   * would move the import map behind the module that needs it.
   */
  public String start(String script) {
    FacesContext context = FacesContext.getCurrentInstance();
    String address =
        context
            .getApplication()
            .getResourceHandler()
            .createResource(script, "yuzuri")
            .getRequestPath();
    return "<script type=\"importmap\" nonce=\"%s\">%s</script><script type=\"module\" src=\"%s\"></script>"
        .formatted(PrimeFacesContext.getCspState(context).getNonce(), importMap, address);
  }
}
