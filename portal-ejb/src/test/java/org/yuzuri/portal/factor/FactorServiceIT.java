package org.yuzuri.portal.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.shiro.session.Session;
import org.apache.shiro.session.mgt.SimpleSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.login.Accounts;
import org.yuzuri.portal.access.login.SecondFactors;
import org.yuzuri.portal.access.login.SecondStep;
import org.yuzuri.portal.access.login.Subjects;
import org.yuzuri.portal.access.stepup.ProvenSession;
import org.yuzuri.portal.member.MemberService;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;

/** Setting up, using and removing a second factor, on a real database. */
class FactorServiceIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final FactorService service = database.asPortal(w -> w.get(FactorService.class));
  private final SecondFactors codes = database.asPortal(w -> w.get(SecondFactors.class));
  private final Accounts accounts = database.asPortal(w -> w.get(Accounts.class));
  private final long tenant = database.newTenant("Factor");
  private final String login = "member@" + tenant;
  private long member;
  private Session session;

  @BeforeEach
  void addMember() throws SQLException {
    addMemberOf("member");
  }

  @Test
  void secondFactorIsAskedForOnceItsAppHasMadeACode() {
    assertThat(step()).isEqualTo(SecondStep.NONE);
    act(FactorService::begin);
    assertThat(step()).isEqualTo(SecondStep.NONE);
    assertThat(use(code(0))).isFalse();

    assertProblem("CODE_WRONG", () -> confirm("000000 "));
    List<String> recovery = confirm(code(0));

    assertThat(recovery).hasSize(10);
    assertThat(step()).isEqualTo(SecondStep.CODE);
    assertThat(view().isSetUp()).isTrue();
    assertThat(view().begun()).as("the secret is not shown any more").isNull();
    assertThat(view().recoveryCodesLeft()).isEqualTo(10);
    assertProblem("FACTOR_SET_UP", () -> act(FactorService::begin));
    assertProblem("FACTOR_SET_UP", () -> confirm(code(1)));
  }

  @Test
  void codeCountsOnceAndNoneBeforeItDoesAfterwards() {
    setUp();
    String now = code(0);
    assertThat(use(now)).as("the code that confirmed it").isFalse();
    database.clock().add(Duration.ofSeconds(90));

    String before = code(-1);
    String current = code(0);
    String next = code(1);
    assertThat(use(current)).isTrue();
    assertThat(use(current)).as("again").isFalse();
    assertThat(use(before)).as("an older one").isFalse();
    assertThat(use(next.substring(0, 3) + " " + next.substring(3))).isTrue();
    assertThat(use(code(2))).as("of the step after the next").isFalse();
    assertThat(use("")).isFalse();
    assertThat(use("9".repeat(100_000))).isFalse();
  }

  @Test
  void ofManyTriesWithOneCodeAtTheSameMomentOneSucceeds() throws Exception {
    List<String> recovery = setUp();
    database.clock().add(Duration.ofSeconds(90));

    assertThat(successes(code(0))).isEqualTo(1);
    assertThat(successes(recovery.get(3))).isEqualTo(1);
  }

  @Test
  void recoveryCodeOpensOnceAndNoneOfTheLastTenOnceThereAreNewOnes() {
    List<String> first = setUp();
    assertThat(use(first.get(0))).isTrue();
    assertThat(use(first.get(0))).isFalse();
    assertThat(view().recoveryCodesLeft()).isEqualTo(9);

    List<String> second = own(FactorService::renewCodes);

    assertThat(second).doesNotContainAnyElementsOf(first);
    assertThat(use(first.get(1))).isFalse();
    assertThat(use(second.get(1).toUpperCase(Locale.ROOT).replace("-", " "))).isTrue();
  }

  @Test
  void codesOfOneMemberOpenNothingOfAnother() throws SQLException {
    List<String> recovery = setUp();
    long first = member;
    addMemberOf("other");
    assertThat(use(recovery.get(0))).isFalse();
    assertThat(view().isSetUp()).isFalse();
    member = first;
    assertThat(use(recovery.get(0))).isTrue();
  }

  @Test
  void whatTakesItAwayWantsAProof() {
    setUp();
    session = new SimpleSession();

    assertProblem("STEP_UP_NEEDED", () -> act(FactorService::remove));
    assertProblem("STEP_UP_NEEDED", () -> own(FactorService::renewCodes));
    assertProblem("STEP_UP_NEEDED", () -> act(FactorService::begin));
    assertProblem("STEP_UP_NEEDED", () -> require(true));
    assertThat(step()).isEqualTo(SecondStep.CODE);

    session = ProvenSession.of(member);
    act(FactorService::remove);
    assertThat(step()).isEqualTo(SecondStep.NONE);
    assertThat(use(code(0))).isFalse();
  }

  @Test
  void tenantThatWantsOneOfEverybodyLeadsItsMembersToIt() {
    require(true);
    assertThat(step()).isEqualTo(SecondStep.SET_UP);
    setUp();
    assertThat(step()).isEqualTo(SecondStep.CODE);
    assertThat(view().mayRemove()).isFalse();
    assertProblem("FACTOR_REQUIRED", () -> act(FactorService::remove));

    require(false);
    act(FactorService::remove);
    assertThat(step()).isEqualTo(SecondStep.NONE);
  }

  @Test
  void databaseHasNeitherSecretNorCodes() throws SQLException {
    List<String> recovery = setUp();
    String secret = secret();
    try (Connection connection = database.connect();
        PreparedStatement select =
            connection.prepareStatement("select secret from second_factor where member_id = ?")) {
      select.setLong(1, member);
      ResultSet row = select.executeQuery();
      row.next();
      byte[] sealed = row.getBytes(1);
      assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
    }
    List<String> hashes =
        database.asPortal(
            w ->
                w.get(EntityManager.class)
                    .createQuery(
                        "select c.hash from RecoveryCode c where c.memberId = :m", String.class)
                    .setParameter("m", member)
                    .getResultList());
    assertThat(hashes).hasSize(10).noneMatch(recovery::contains).allMatch(h -> h.length() == 64);
  }

  @Test
  void administratorResetsThatOfAMemberOfItsOwnTenantOnly() throws SQLException {
    long admin = member;
    addMemberOf("other");
    long other = member;
    List<String> recovery = setUp();
    member = admin;
    session = ProvenSession.of(admin);
    long elsewhere = database.newTenant("Elsewhere");

    assertProblem("NOT_FOUND", () -> act(s -> s.reset(admin)));
    assertProblem(
        "NOT_FOUND",
        () ->
            Subjects.as(
                elsewhere,
                Role.TENANT_ADMIN,
                () -> {
                  service.reset(other);
                  return "";
                }));
    session = new SimpleSession();
    assertProblem("STEP_UP_NEEDED", () -> act(s -> s.reset(other)));
    member = other;
    assertThat(use(recovery.get(0))).as("nothing was reset").isTrue();
    member = admin;
    session = ProvenSession.of(admin);
    act(s -> s.reset(other));

    member = other;
    assertThat(view().isSetUp()).isFalse();
    assertThat(use(recovery.get(1))).isFalse();
  }

  @Test
  void whoIsRemovedLeavesNeitherSecretNorCodes() throws SQLException {
    long admin = member;
    addMemberOf("gone");
    long gone = member;
    setUp();
    MemberService members = database.asPortal(w -> w.get(MemberService.class));
    Subjects.as(
        tenant,
        Role.TENANT_ADMIN,
        admin,
        ProvenSession.of(admin),
        () -> {
          members.remove(gone);
          return "";
        });

    for (String kept : List.of("second_factor", "recovery_code")) {
      assertThat(count(kept, gone)).as(kept).isZero();
    }
  }

  private long count(String table, long of) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement select =
            connection.prepareStatement("select count(*) from " + table + " where member_id = ?")) {
      select.setLong(1, of);
      ResultSet row = select.executeQuery();
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void memberIsToldByMailOfEachChange() throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement update =
            connection.prepareStatement("update member set email = ? where id = ?")) {
      update.setString(1, "m" + member + "@example.org");
      update.setLong(2, member);
      update.executeUpdate();
    }

    List<String> recovery = setUp();
    use(recovery.get(0));
    own(FactorService::renewCodes);
    act(FactorService::remove);

    List<String> keys =
        database.asPortal(
            w ->
                w.get(EntityManager.class)
                    .createQuery(
                        "select m.key from OutgoingMail m where m.key like :mine order by m.id",
                        String.class)
                    .setParameter("mine", "sign-in-changed/" + member + "/%")
                    .getResultList());
    assertThat(keys)
        .extracting(key -> key.split("/", -1)[2])
        .containsExactly(
            "FACTOR_ADDED", "RECOVERY_CODE_USED", "RECOVERY_CODES_RENEWED", "FACTOR_REMOVED");
  }

  private void addMemberOf(String name) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into member (version, tenant_id, login, display_name, password_hash, role,"
                    + " state, created_at) values (0, ?, ?, 'M', 'x',"
                    + " 'VIEWER', 'OPEN', utc_timestamp(3)) returning id")) {
      insert.setLong(1, tenant);
      insert.setString(2, name + "@" + tenant);
      ResultSet made = insert.executeQuery();
      made.next();
      member = made.getLong(1);
    }
    session = ProvenSession.of(member);
  }

  private long successes(String code) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        tries.add(() -> use(code));
      }
      long succeeded = 0;
      for (Future<Boolean> one : people.invokeAll(tries)) {
        succeeded += one.get() ? 1 : 0;
      }
      return succeeded;
    } finally {
      people.shutdownNow();
    }
  }

  private List<String> setUp() {
    act(FactorService::begin);
    return confirm(code(0));
  }

  private List<String> confirm(String code) {
    return own(s -> s.confirm(code));
  }

  private void require(boolean wanted) {
    act(s -> s.require(wanted));
  }

  private FactorView view() {
    return own(FactorService::view);
  }

  private boolean use(String code) {
    return new AsSystem().call(Actor.system("test"), () -> codes.use(member, code));
  }

  private SecondStep step() {
    return new AsSystem()
        .call(Actor.system("test"), () -> accounts.findAccount(login))
        .orElseThrow()
        .secondStep();
  }

  /** The code that the app shows so many steps from now. */
  private String code(int later) {
    return Totp.code(secret(), database.clock().instant().getEpochSecond() / 30 + later);
  }

  private String secret() {
    SecondFactor factor =
        database.asPortal(w -> w.get(EntityManager.class).find(SecondFactor.class, member));
    return factor == null ? Totp.newSecret() : factor.secret();
  }

  private void act(Consumer<FactorService> work) {
    own(
        s -> {
          work.accept(s);
          return "";
        });
  }

  private <T> T own(Function<FactorService, T> work) {
    return Subjects.as(tenant, Role.TENANT_ADMIN, member, session, () -> work.apply(service));
  }

  private static void assertProblem(String code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.code().name()).isEqualTo(code));
  }
}
