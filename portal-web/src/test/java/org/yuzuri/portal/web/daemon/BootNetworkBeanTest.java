package org.yuzuri.portal.web.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.apache.shiro.authz.UnauthorizedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.BootNetworkService;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.wire.value.DaemonKind;

@SuppressWarnings("UnnecessaryAssignment") // no container here: wired by hand
class BootNetworkBeanTest {

  private static final long AGENT = 3;

  private final BootNetworkBean bean = new BootNetworkBean();

  @BeforeEach
  void choose() {
    bean.chosen = new Chosen();
    bean.chosen.setId(AGENT);
  }

  @Test
  void theNetworkOfTheChosenAgentIsShownWithItsName() {
    bean.service = new Networks();
    bean.agents = new Agents();

    bean.load();

    assertThat(bean.getAgentName()).isEqualTo("Site");
    assertThat(bean.getPrefix()).isEqualTo("192.0.2.0/24");
    assertThat(bean.getVersion()).isEqualTo(7);
  }

  @Test
  void whoMayNotSeeNetworksDoesNotLearnWhichAgentsThereAre() {
    bean.service = new ForbiddenNetworks();
    bean.agents = new NoAgents();

    assertThatThrownBy(bean::load).isInstanceOf(UnauthorizedException.class);
  }

  private static final class Networks extends BootNetworkService {
    @Override
    public long version(long agentId) {
      return 7;
    }

    @Override
    public List<BootNetwork> list() {
      return List.of(
          network(AGENT + 1, "198.51.100.0/24", "198.51.100"),
          network(AGENT, "192.0.2.0/24", "192.0.2"));
    }

    private static BootNetwork network(long agent, String prefix, String begin) {
      return new BootNetwork(agent, prefix, begin + ".1", begin + ".10", begin + ".20", List.of());
    }
  }

  private static final class ForbiddenNetworks extends BootNetworkService {
    @Override
    public long version(long agentId) {
      throw new UnauthorizedException("agent:read");
    }

    @Override
    public List<BootNetwork> list() {
      throw new UnauthorizedException("agent:read");
    }
  }

  private static final class Agents extends AgentService {
    @Override
    public AgentView view(long agentId) {
      return new AgentView(
          agentId,
          DaemonKind.LENDER_AGENT,
          1,
          "Site",
          "CN=agent-3",
          AgentState.ENROLLED,
          true,
          Instant.EPOCH,
          null,
          null,
          null,
          false,
          null,
          null);
    }
  }

  private static final class NoAgents extends AgentService {
    @Override
    public AgentView view(long agentId) {
      throw ProblemException.notFound("agent", agentId);
    }
  }
}
