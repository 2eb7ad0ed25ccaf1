package org.yuzuri.portal.web.image;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.image.ImageRow;
import org.yuzuri.portal.image.ImageState;
import org.yuzuri.portal.image.store.ImageService;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.web.ui.ListBean;

/** The images that the viewer may boot: own and ready-made. */
@Named
@ViewScoped
public class ImageListBean extends ListBean<ImageRow, ImageState> {

  private static final long serialVersionUID = 1L;

  @Inject ImageService service;

  /** An empty list, until it is loaded. */
  public ImageListBean() {
    super(ImageState.class);
  }

  @Override
  protected Page<ImageRow> page(ListFilter<ImageState> filter, PageRequest request) {
    return service.list(filter, request);
  }
}
