package org.yuzuri.portal.web.image;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.image.store.ImageService;
import org.yuzuri.portal.quota.QuotaUse;
import org.yuzuri.portal.web.ui.Typed;

/** The form of a new image; its files are uploaded on its own page. */
@Named
@RequestScoped
public class ImageNewBean {

  @Inject ImageService service;

  private String name = "";
  private String kernelArguments = "";
  private List<QuotaUse> quotas = List.of();

  @PostConstruct
  void load() {
    quotas = service.quotas();
  }

  /** How much the viewer's tenant has and may have; nothing for operators, who may have any. */
  public List<QuotaUse> getQuotas() {
    return quotas;
  }

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
