package org.yuzuri.portal.web.transfer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.yuzuri.portal.transfer.TransferService;
import org.yuzuri.portal.transfer.TransferView;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;

/** One transfer, live: the page asks for it again at every signal. Loaded once a request. */
@Named
@RequestScoped
public class TransferDetailBean {

  @Inject Chosen chosen;
  @Inject TransferService service;
  @Inject Messages messages;

  private TransferView transfer;

  public void cancel() {
    service.cancel(chosen.getId());
    transfer = null;
    messages.done("transfer.cancelled");
  }

  public TransferView getTransfer() {
    if (transfer == null) {
      transfer = service.view(chosen.getId());
    }
    return transfer;
  }

  /** Time since the start, or from start to end. */
  public Duration getElapsed() {
    return getTransfer().steps().stream()
        .map(TransferView.Step::elapsed)
        .reduce(Duration.ZERO, Duration::plus);
  }

  public boolean isLive() {
    return getTransfer().mayCancel();
  }

  public long getId() {
    return chosen.getId();
  }
}
