package org.yuzuri.portal.web.transfer;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.order.placing.OrderedThings;
import org.yuzuri.portal.platform.together.ReadTogether;
import org.yuzuri.portal.platform.together.TogetherService;
import org.yuzuri.portal.transfer.TransferView;
import org.yuzuri.portal.transfer.view.TransferService;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Parts;
import org.yuzuri.portal.web.ui.language.Texts;

/** One transfer, live: the page asks for it again at every signal. Loaded once a request. */
@Named
@RequestScoped
public class TransferDetailBean {

  /** What is replaced only when it changed, in the order of the digests. */
  private static final List<String> PARTS = List.of(":logging", ":problems", ":calling");

  @Inject Chosen chosen;
  @Inject TogetherService together;
  @Inject TransferService service;
  @Inject OrderService orders;
  @Inject Messages messages;
  @Inject Parts parts;
  @Inject Texts texts;

  private TransferView transfer;
  private OrderedThings ordered;
  private @Nullable String seen;

  @PostConstruct
  void load() {
    together.read(this::read);
  }

  @ReadTogether
  private void read() {
    transfer = service.view(chosen.getId());
    ordered = orders.orderedWith(transfer.leaseId());
  }

  /**
   * Replaces what is large or may be in somebody's hands only when it differs from what is shown.
   */
  public void look() {
    List<String> before = List.of(getSeen().split(",", -1));
    List<String> now = digests();
    for (int at = 0; at < now.size(); at++) {
      if (at >= before.size() || !before.get(at).equals(now.get(at))) {
        parts.renderAgain(PARTS.get(at));
        parts.renderAgain(":signal:seen");
      }
    }
    seen = String.join(",", now);
  }

  private List<String> digests() {
    TransferView now = getTransfer();
    return Stream.of(now.logTail(), now.problems(), now.mayCancel())
        .map(shown -> Integer.toHexString(shown.hashCode()))
        .toList();
  }

  public void cancel() {
    service.cancel(chosen.getId());
    transfer = service.view(chosen.getId());
    messages.done("transfer.cancelled");
  }

  public TransferView getTransfer() {
    return transfer;
  }

  public OrderedThings getOrdered() {
    return ordered;
  }

  /** What goes on now, or how it ended. */
  public String getHeadline() {
    TransferView shown = getTransfer();
    String doing = texts.of("step.doing", shown.run().current().name());
    return switch (shown.run().state()) {
      case RUNNING -> doing;
      case SUCCEEDED -> texts.get("transfer.done");
      case FAILED, CANCELLED -> texts.get("transfer.stopped", doing);
    };
  }

  /** Digests of the parts as the viewer's page has them. */
  public String getSeen() {
    return seen == null ? String.join(",", digests()) : seen;
  }

  public void setSeen(@Nullable String seen) {
    this.seen = seen;
  }

  public boolean isLive() {
    return getTransfer().mayCancel();
  }

  public long getId() {
    return chosen.getId();
  }
}
