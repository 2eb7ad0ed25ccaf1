package org.yuzuri.portal.web.transfer;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yuzuri.portal.transfer.TransferService;
import org.yuzuri.portal.transfer.TransferView;

/** The newest transfers that the viewer may see. */
@Named
@RequestScoped
public class TransferListBean {

  private static final int SHOWN = 100;

  @Inject TransferService service;

  private List<TransferView> transfers;

  @PostConstruct
  void load() {
    transfers = service.list(0, SHOWN);
  }

  public List<TransferView> getTransfers() {
    return transfers;
  }
}
