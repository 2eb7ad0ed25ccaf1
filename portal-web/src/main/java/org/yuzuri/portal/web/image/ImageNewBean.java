package org.yuzuri.portal.web.image;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.image.store.ImageService;
import org.yuzuri.portal.web.ui.Typed;

/** The form of a new image; its files are uploaded on its own page. */
@Named
@RequestScoped
public class ImageNewBean {

  @Inject ImageService service;

  private String name = "";
  private String kernelArguments = "";

  public String add() {
    long id = service.add(name, kernelArguments).id();
    return "/image/view.xhtml?faces-redirect=true&id=" + id;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = Typed.text(name);
  }

  public String getKernelArguments() {
    return kernelArguments;
  }

  public void setKernelArguments(@Nullable String kernelArguments) {
    this.kernelArguments = Typed.text(kernelArguments);
  }
}
