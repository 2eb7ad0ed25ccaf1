package org.yuzuri.portal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.run.view.RunView;
import org.yuzuri.portal.state.FailureView;
import org.yuzuri.portal.state.Fault;

/** When a transfer's page says that somebody on the boot network may have made it fail. */
class TransferViewTest {

  private static final FailureView FAILURE =
      new FailureView(Fault.UNKNOWN, "INSTALLER_SILENT", null);

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "WRONG_VIRTUAL_ADDRESS")
  void failedOneWithAMatterOfSecurityWas(TransferNote note) {
    assertThat(view(FAILURE, note).wasDisturbed()).isTrue();
  }

  @Test
  void noteThatIsNoMatterOfSecurityDoesNotCount() {
    assertThat(view(FAILURE, TransferNote.WRONG_VIRTUAL_ADDRESS).wasDisturbed()).isFalse();
    assertThat(
            view(FAILURE, TransferNote.WRONG_VIRTUAL_ADDRESS, TransferNote.WRONG_KEY)
                .wasDisturbed())
        .isTrue();
  }

  @Test
  void failedOneWithoutNotesWasNot() {
    assertThat(view(FAILURE).wasDisturbed()).isFalse();
  }

  @Test
  void oneThatHasNotFailedWasNotWhateverWasNoticed() {
    assertThat(view(null, TransferNote.TOKEN_FOREIGN_DHCP_ANSWER).wasDisturbed()).isFalse();
  }

  private static TransferView view(@Nullable FailureView failure, TransferNote... notes) {
    RunState state = failure == null ? RunState.SUCCEEDED : RunState.FAILED;
    RunView run =
        new RunView(
            1,
            state,
            Instant.EPOCH,
            Instant.EPOCH,
            null,
            null,
            null,
            null,
            false,
            failure,
            List.of());
    List<TransferView.Problem> problems =
        Arrays.stream(notes)
            .map(note -> new TransferView.Problem(Instant.EPOCH, note, ""))
            .toList();
    return new TransferView(1, 2, 3, "lent-17", "10.30.1.17", run, problems, "");
  }
}
