package org.yuzuri.portal.web.image;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.image.BootImageFileView;
import org.yuzuri.portal.image.BootImageView;
import org.yuzuri.portal.image.store.ImageService;
import org.yuzuri.portal.image.store.ImageUploads;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** One image: its files, uploading more, and what was found in them. Loaded once a request. */
@Named
@RequestScoped
public class ImageDetailBean {

  @Inject Chosen chosen;
  @Inject ImageService service;
  @Inject ImageUploads uploads;
  @Inject CurrentSubject subject;
  @Inject Messages messages;

  private BootImageView image;
  private String name;
  private int described;
  private String kernelArguments;

  @PostConstruct
  void load() {
    image = service.image(chosen.getId());
    name = image.name();
    described = image.described();
    kernelArguments = image.kernelArguments();
  }

  public void drop(long fileId) throws IOException {
    service.dropFile(chosen.getId(), fileId);
    image = uploads.inspect(chosen.getId());
  }

  public void describe() {
    image = service.describe(chosen.getId(), described, name, kernelArguments);
    described = image.described();
    messages.done("image.described");
  }

  public String remove() {
    service.remove(chosen.getId());
    messages.done("image.removed", image.name());
    return "/image/list.xhtml?faces-redirect=true";
  }

  public BootImageView getImage() {
    return image;
  }

  /** The files of one role, in order. */
  public List<BootImageFileView> files(String role) {
    return image.files().stream().filter(file -> file.role().name().equals(role)).toList();
  }

  /** Whether the viewer may change it: never a ready-made one, unless it is the operator's own. */
  public boolean isChangeable() {
    return image.tenantId() == subject.tenantId();
  }

  public long getId() {
    return chosen.getId();
  }

  /** Of the entry that is typed over. */
  public int getDescribed() {
    return described;
  }

  public void setDescribed(int described) {
    this.described = described;
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
