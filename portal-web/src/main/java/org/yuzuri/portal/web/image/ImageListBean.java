package org.yuzuri.portal.web.image;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yuzuri.portal.image.BootImageView;
import org.yuzuri.portal.image.ImageService;

/** The images that the viewer may boot: own and ready-made. */
@Named
@RequestScoped
public class ImageListBean {

  @Inject ImageService service;

  private List<BootImageView> images;

  @PostConstruct
  void load() {
    images = service.list();
  }

  public List<BootImageView> getImages() {
    return images;
  }
}
