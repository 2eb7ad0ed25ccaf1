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

  /** What a browser needs to find an imported name, as the JSON of an import map. */
  public String getImportMap() {
    return importMap;
  }

  /** What a script that stands in the page itself must carry, or the browser leaves it alone. */
  public String getNonce() {
    return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
  }
}
