package org.yuzuri.portal.web.image;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.image.ImageService;

/** The form of a new image; its files are uploaded on its own page. */
@Named
@RequestScoped
public class ImageNewBean {

  @Inject ImageService service;

  private String name;
  private String kernelArguments;

  public String add() {
    long id = service.add(name, kernelArguments == null ? "" : kernelArguments).id();
    return "/image/view.xhtml?faces-redirect=true&id=" + id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getKernelArguments() {
    return kernelArguments;
  }

  public void setKernelArguments(String kernelArguments) {
    this.kernelArguments = kernelArguments;
  }
}
